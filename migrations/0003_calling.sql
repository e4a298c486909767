ALTER TABLE `legs` ADD `why` text;--> statement-breakpoint
ALTER TABLE `legs` ADD `told` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `priority` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `tickets` ADD `priority_reason` text;--> statement-breakpoint
ALTER TABLE `tickets` ADD `booked_at` integer;--> statement-breakpoint
ALTER TABLE `tickets` ADD `further` text DEFAULT '[]' NOT NULL;