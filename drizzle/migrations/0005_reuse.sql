ALTER TABLE `operation_choices` ADD `reuses_answers` boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `operation_choices` ADD `is_reuse_suggested` boolean DEFAULT false NOT NULL;