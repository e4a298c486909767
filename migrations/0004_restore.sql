CREATE TABLE `proposals_anew` (
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
	CONSTRAINT "proposal_act" CHECK("proposals_anew"."act" IN ('rating.annul', 'rating-rule.change', 'role.grant', 'account.recover', 'record.restore')),
	CONSTRAINT "proposal_state" CHECK("proposals_anew"."state" IN ('open', 'approved', 'rejected', 'expired')),
	CONSTRAINT "proposal_four_eyes" CHECK("proposals_anew"."state" <> 'approved' OR "proposals_anew"."decided_by" <> "proposals_anew"."proposed_by")
) STRICT;
--> statement-breakpoint
INSERT INTO `proposals_anew` SELECT * FROM `proposals` ORDER BY rowid;--> statement-breakpoint
DROP TABLE `proposals`;--> statement-breakpoint
ALTER TABLE `proposals_anew` RENAME TO `proposals`;--> statement-breakpoint
CREATE INDEX `proposals_by_state` ON `proposals` (`state`,`proposed_at`);
