CREATE TABLE `diversions` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`business_day` text NOT NULL,
	`service_id` text NOT NULL,
	`terminal_id` text NOT NULL
) STRICT;
--> statement-breakpoint
CREATE INDEX `diversions_by_day` ON `diversions` (`business_day`,`at`);