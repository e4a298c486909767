CREATE TABLE `api_keys` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`counter_id` text,
	`label` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer
) STRICT;
--> statement-breakpoint
CREATE TABLE `business_days` (
	`business_day` text PRIMARY KEY NOT NULL,
	`opened_at` integer NOT NULL,
	`because` text NOT NULL,
	`closed_at` integer,
	`counts` text
) STRICT;
--> statement-breakpoint
CREATE TABLE `checkpoints` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`note` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `counters` (
	`id` text PRIMARY KEY NOT NULL,
	`state` text NOT NULL,
	`session_id` text,
	`staff_id` text,
	`ticket_id` text,
	`pause_reason` text,
	`since` integer NOT NULL,
	`version` integer NOT NULL,
	CONSTRAINT "counter_state" CHECK("counters"."state" IN ('closed', 'idle', 'called', 'serving', 'paused')),
	CONSTRAINT "counter_ticket" CHECK(("counters"."state" IN ('called', 'serving')) = ("counters"."ticket_id" IS NOT NULL))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_counter_a_ticket` ON `counters` (`ticket_id`) WHERE "counters"."ticket_id" IS NOT NULL;--> statement-breakpoint
CREATE TABLE `evaluations` (
	`leg_id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`business_day` text NOT NULL,
	`staff_id` text NOT NULL,
	`counter_id` text NOT NULL,
	`service_id` text NOT NULL,
	`evaluator_counter_id` text,
	`state` text NOT NULL,
	`secret_hash` text NOT NULL,
	`requested_at` integer NOT NULL,
	`prompt_until` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`attitude` integer,
	`efficiency` integer,
	`reasons` text NOT NULL,
	`comment_hash` text,
	`channel` text,
	`rated_at` integer,
	`late` integer NOT NULL,
	`corrections` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`leg_id`) REFERENCES `legs`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "evaluation_state" CHECK("evaluations"."state" IN ('requested', 'rated', 'timed_out', 'declined', 'device_offline')),
	CONSTRAINT "evaluation_levels" CHECK("evaluations"."attitude" IN (5, 4, 3, 2, 1)),
	CONSTRAINT "evaluation_rated" CHECK(("evaluations"."state" = 'rated') = ("evaluations"."attitude" IS NOT NULL) AND ("evaluations"."attitude" IS NULL) = ("evaluations"."efficiency" IS NULL))
) STRICT;
--> statement-breakpoint
CREATE INDEX `evaluations_by_day` ON `evaluations` (`business_day`,`requested_at`);--> statement-breakpoint
CREATE TABLE `events` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`business_day` text NOT NULL,
	`type` text NOT NULL,
	`actor` text NOT NULL,
	`body` blob NOT NULL,
	`prev_hash` blob NOT NULL,
	`hash` blob NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `facts` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `idempotency` (
	`client` text NOT NULL,
	`key` text NOT NULL,
	`payload_hash` blob NOT NULL,
	`status` integer NOT NULL,
	`reply` text NOT NULL,
	`seq` integer NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`client`, `key`)
) STRICT;
--> statement-breakpoint
CREATE INDEX `idempotency_by_age` ON `idempotency` (`at`);--> statement-breakpoint
CREATE TABLE `key_secrets` (
	`key_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `legs` (
	`id` text PRIMARY KEY NOT NULL,
	`ticket_id` text NOT NULL,
	`business_day` text NOT NULL,
	`leg` integer NOT NULL,
	`service_id` text NOT NULL,
	`counter_id` text,
	`staff_id` text,
	`queued_at` integer NOT NULL,
	`first_called_at` integer,
	`last_called_at` integer,
	`call_count` integer NOT NULL,
	`started_at` integer,
	`parked_ms` integer NOT NULL,
	`ended_at` integer,
	`end` text,
	`outcome` text,
	`suspect` integer NOT NULL,
	`version` integer NOT NULL,
	FOREIGN KEY (`ticket_id`) REFERENCES `tickets`(`id`) ON UPDATE no action ON DELETE no action,
	CONSTRAINT "leg_end" CHECK("legs"."end" IN ('completed', 'transferred', 'closed', 'withdrawn', 'no_show', 'cancelled', 'expired'))
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_open_leg_a_ticket` ON `legs` (`ticket_id`) WHERE "legs"."ended_at" IS NULL;--> statement-breakpoint
CREATE INDEX `legs_by_day` ON `legs` (`business_day`,`ended_at`);--> statement-breakpoint
CREATE TABLE `pin_failures` (
	`staff_no` text NOT NULL,
	`device_id` text NOT NULL,
	`count` integer NOT NULL,
	`last_at` integer NOT NULL,
	PRIMARY KEY(`staff_no`, `device_id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `private_texts` (
	`hash` text PRIMARY KEY NOT NULL,
	`salt` text NOT NULL,
	`words` text NOT NULL,
	`about` text NOT NULL,
	`at` integer NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `series` (
	`business_day` text NOT NULL,
	`prefix` text NOT NULL,
	`last_number` integer NOT NULL,
	`calls` integer NOT NULL,
	PRIMARY KEY(`business_day`, `prefix`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `settings` (
	`position` integer PRIMARY KEY NOT NULL,
	`key` text NOT NULL,
	`value` text NOT NULL,
	`valid_from` text NOT NULL,
	`source` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `setup_items` (
	`kind` text NOT NULL,
	`id` text NOT NULL,
	`value` text NOT NULL,
	PRIMARY KEY(`kind`, `id`)
) STRICT;
--> statement-breakpoint
CREATE TABLE `staff_pins` (
	`staff_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE TABLE `staff_sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`staff_id` text NOT NULL,
	`counter_id` text NOT NULL,
	`device_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`ended_at` integer,
	`because` text
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_session_a_person` ON `staff_sessions` (`staff_id`) WHERE "staff_sessions"."ended_at" IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX `one_session_a_counter` ON `staff_sessions` (`counter_id`) WHERE "staff_sessions"."ended_at" IS NULL;--> statement-breakpoint
CREATE TABLE `tickets` (
	`id` text PRIMARY KEY NOT NULL,
	`business_day` text NOT NULL,
	`ticket_no` text NOT NULL,
	`prefix` text NOT NULL,
	`number` integer NOT NULL,
	`service_id` text NOT NULL,
	`state` text NOT NULL,
	`language` text NOT NULL,
	`channel` text NOT NULL,
	`issued_at` integer NOT NULL,
	`order` integer NOT NULL,
	`token_hash` text NOT NULL,
	`forecast` text,
	`rank` integer NOT NULL,
	`line_at` integer NOT NULL,
	`for_counter_id` text,
	`counter_id` text,
	`staff_id` text,
	`leg` integer NOT NULL,
	`queued_at` integer NOT NULL,
	`first_called_at` integer,
	`last_called_at` integer,
	`call_count` integer NOT NULL,
	`started_at` integer,
	`parked_at` integer,
	`park_reason` text,
	`missed_at` integer,
	`missed_at_call` integer,
	`requeues` integer NOT NULL,
	`ended_at` integer,
	`outcome` text,
	`version` integer NOT NULL,
	CONSTRAINT "ticket_state" CHECK("tickets"."state" IN ('waiting', 'called', 'serving', 'parked', 'completed', 'no_show', 'cancelled', 'expired')),
	CONSTRAINT "ticket_held" CHECK("tickets"."state" NOT IN ('called', 'serving') OR "tickets"."counter_id" IS NOT NULL),
	CONSTRAINT "ticket_number" CHECK("tickets"."number" BETWEEN 1 AND 9999)
) STRICT;
--> statement-breakpoint
CREATE UNIQUE INDEX `one_label_a_day` ON `tickets` (`business_day`,`ticket_no`);--> statement-breakpoint
CREATE UNIQUE INDEX `one_ticket_a_counter` ON `tickets` (`counter_id`) WHERE "tickets"."state" IN ('called', 'serving');--> statement-breakpoint
CREATE INDEX `tickets_by_token` ON `tickets` (`token_hash`);--> statement-breakpoint
CREATE INDEX `tickets_by_day` ON `tickets` (`business_day`,`order`);
--> statement-breakpoint
-- Events and checkpoints are added, never changed (L1). With recursive_triggers on, REPLACE cannot pass either.
CREATE TRIGGER `events_are_not_changed` BEFORE UPDATE ON `events` BEGIN
	SELECT RAISE(ABORT, 'events are added, never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `events_are_not_deleted` BEFORE DELETE ON `events` BEGIN
	SELECT RAISE(ABORT, 'events are added, never deleted');
END;
--> statement-breakpoint
CREATE TRIGGER `checkpoints_are_not_changed` BEFORE UPDATE ON `checkpoints` BEGIN
	SELECT RAISE(ABORT, 'checkpoints are added, never changed');
END;
--> statement-breakpoint
CREATE TRIGGER `checkpoints_are_not_deleted` BEFORE DELETE ON `checkpoints` BEGIN
	SELECT RAISE(ABORT, 'checkpoints are added, never deleted');
END;
