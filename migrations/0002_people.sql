CREATE TABLE `console_uses` (
	`session_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `device_secrets` (
	`device_id` text PRIMARY KEY NOT NULL,
	`public_key` text NOT NULL,
	`generation` integer NOT NULL,
	`rotated_at` integer NOT NULL,
	`shown_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `enrolments` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`code_hash` text NOT NULL,
	`expires_at` integer NOT NULL,
	`tries` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `limit_counts` (
	`scope` text NOT NULL,
	`subject` text NOT NULL,
	`count` integer NOT NULL,
	`first_at` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`scope`, `subject`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `passkey_secrets` (
	`passkey_id` text PRIMARY KEY NOT NULL,
	`credential_id` text NOT NULL,
	`public_key` blob NOT NULL,
	`counter` integer NOT NULL,
	`transports` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_passkey_a_credential` ON `passkey_secrets` (`credential_id`);--> statement-breakpoint
CREATE TABLE `staff_passwords` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`totp` text NOT NULL,
	`totp_step` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `annulments` (
	`leg_id` text PRIMARY KEY NOT NULL,
	`proposal_id` text NOT NULL,
	`business_day` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `console_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`method` text NOT NULL,
	`started_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`stepped_up_at` integer NOT NULL,
	`ended_at` integer,
	`because` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_console_a_person` ON `console_sessions` (`staff_id`) WHERE "console_sessions"."ended_at" IS NULL;--> statement-breakpoint
CREATE TABLE `devices` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`counter_id` text,
	`place` text NOT NULL,
	`name` text NOT NULL,
	`fingerprint` text NOT NULL,
	`paired_at` integer NOT NULL,
	`paired_by` text NOT NULL,
	`revoked_at` integer,
	`revoked_because` text,
	CONSTRAINT "device_kind" CHECK("devices"."kind" IN ('kiosk', 'terminal', 'display', 'evaluator'))
) STRICT;
--> statement-breakpoint
CREATE TABLE `evaluation_flags` (
	`leg_id` text NOT NULL,
	`flag` text NOT NULL,
	`business_day` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`leg_id`, `flag`),
	CONSTRAINT "evaluation_flag" CHECK("evaluation_flags"."flag" IN ('short-service', 'issued-and-called', 'instant-answer', 'same-phone', 'staff-network'))
) STRICT;
--> statement-breakpoint
CREATE INDEX `flags_by_day` ON `evaluation_flags` (`business_day`);--> statement-breakpoint
CREATE TABLE `passkeys` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`label` text NOT NULL,
	`added_at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `proposals` (
	`id` text PRIMARY KEY NOT NULL,
	`act` text NOT NULL,
	`subject_id` text NOT NULL,
	`payload` text NOT NULL,
	`reason` text NOT NULL,
	`proposed_by` text NOT NULL,
	`proposed_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`state` text NOT NULL,
	`decided_by` text,
	`decided_at` integer,
	`decision_reason` text,
	CONSTRAINT "proposal_act" CHECK("proposals"."act" IN ('rating.annul', 'rating-rule.change', 'role.grant', 'account.recover')),
	CONSTRAINT "proposal_state" CHECK("proposals"."state" IN ('open', 'approved', 'rejected', 'expired')),
	CONSTRAINT "proposal_four_eyes" CHECK("proposals"."state" <> 'approved' OR "proposals"."decided_by" <> "proposals"."proposed_by")
) STRICT;
--> statement-breakpoint
CREATE INDEX `proposals_by_state` ON `proposals` (`state`,`proposed_at`);--> statement-breakpoint
CREATE TABLE `staff_roles` (
	`staff_id` text NOT NULL,
	`role` text NOT NULL,
	`held` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`staff_id`, `role`),
	CONSTRAINT "staff_role" CHECK("staff_roles"."role" IN ('staff', 'guide', 'leader', 'manager', 'reviewer', 'auditor', 'administrator'))
) STRICT;
--> statement-breakpoint
ALTER TABLE `private_texts` ADD `category` text DEFAULT 'visit' NOT NULL;--> statement-breakpoint
UPDATE `private_texts` SET `category` = 'comment' WHERE `about` IN (SELECT `leg_id` FROM `evaluations`);--> statement-breakpoint
CREATE INDEX `evaluations_by_staff` ON `evaluations` (`staff_id`,`business_day`);--> statement-breakpoint
CREATE INDEX `events_noted` ON `events` (`seq`) WHERE "events"."type" = 'audit.noted';
--> statement-breakpoint
CREATE TRIGGER annulments_never_change BEFORE UPDATE ON annulments BEGIN SELECT RAISE(ABORT, 'annulments are added, never changed'); END;
--> statement-breakpoint
CREATE TRIGGER annulments_never_go BEFORE DELETE ON annulments BEGIN SELECT RAISE(ABORT, 'annulments are added, never taken out'); END;
--> statement-breakpoint
CREATE TRIGGER evaluation_flags_never_change BEFORE UPDATE ON evaluation_flags BEGIN SELECT RAISE(ABORT, 'evaluation_flags are added, never changed'); END;
--> statement-breakpoint
CREATE TRIGGER evaluation_flags_never_go BEFORE DELETE ON evaluation_flags BEGIN SELECT RAISE(ABORT, 'evaluation_flags are added, never taken out'); END;
