CREATE TABLE `alert_settings` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`by_mail` boolean NOT NULL,
	CONSTRAINT `alert_settings_user_id` PRIMARY KEY(`user_id`)
);
--> statement-breakpoint
CREATE TABLE `alerts` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`seq` bigint NOT NULL,
	`limit_name` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`percent` smallint NOT NULL,
	`at` datetime(3) NOT NULL,
	`used` bigint NOT NULL,
	`allowed` bigint NOT NULL,
	`resets_at` datetime(3) NOT NULL,
	`read_at` datetime(3),
	`mail` enum('pending','sent','unwanted','failed') NOT NULL,
	`mail_tries` smallint NOT NULL,
	`mail_due_at` datetime(3),
	CONSTRAINT `alerts_user_id_seq_limit_name_percent_pk` PRIMARY KEY(`user_id`,`seq`,`limit_name`,`percent`)
);
--> statement-breakpoint
CREATE TABLE `denials` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`day_start` datetime(3) NOT NULL,
	`limit_name` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`operation` varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`count` int NOT NULL,
	`last_at` datetime(3) NOT NULL,
	CONSTRAINT `denials_user_id_day_start_limit_name_operation_pk` PRIMARY KEY(`user_id`,`day_start`,`limit_name`,`operation`)
);
--> statement-breakpoint
CREATE TABLE `inquiries` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`operation_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`tries` smallint NOT NULL,
	`due_at` datetime(3) NOT NULL,
	CONSTRAINT `inquiries_user_id_operation_id_pk` PRIMARY KEY(`user_id`,`operation_id`)
);
--> statement-breakpoint
CREATE TABLE `ledger_notes` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`operation_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`note` varchar(500) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
	`at` datetime(3) NOT NULL,
	CONSTRAINT `ledger_notes_user_id_operation_id_pk` PRIMARY KEY(`user_id`,`operation_id`)
);
--> statement-breakpoint
CREATE TABLE `stream_positions` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`seq` bigint NOT NULL,
	`mac` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`signature` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`next_expiry_at` datetime(3),
	CONSTRAINT `stream_positions_user_id` PRIMARY KEY(`user_id`)
);
--> statement-breakpoint
CREATE TABLE `tombstones` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`requested_at` datetime(3) NOT NULL,
	`erased_at` datetime(3),
	`entries` bigint NOT NULL,
	`operations` bigint NOT NULL,
	`tokens` bigint NOT NULL,
	`cost_nanos` bigint NOT NULL,
	CONSTRAINT `tombstones_user_id` PRIMARY KEY(`user_id`)
);
--> statement-breakpoint
CREATE TABLE `usage_daily` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`day_start` datetime(3) NOT NULL,
	`month_start` datetime(3) NOT NULL,
	`operation` varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`model` varchar(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`outcome` varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`calls` bigint NOT NULL,
	`input_tokens` bigint NOT NULL,
	`cached_input_tokens` bigint NOT NULL,
	`output_tokens` bigint NOT NULL,
	`reasoning_tokens` bigint NOT NULL,
	`tokens` bigint NOT NULL,
	`cost_nanos` bigint NOT NULL,
	CONSTRAINT `usage_daily_pk` PRIMARY KEY(`user_id`,`day_start`,`month_start`,`operation`,`model`,`outcome`)
);
--> statement-breakpoint
CREATE TABLE `watermarks` (
	`name` varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`at` datetime(3) NOT NULL,
	CONSTRAINT `watermarks_name` PRIMARY KEY(`name`)
);
--> statement-breakpoint
ALTER TABLE `ledger` ADD `crossed` varchar(96) CHARACTER SET ascii COLLATE ascii_bin;--> statement-breakpoint
CREATE INDEX `alerts_mail_due_at` ON `alerts` (`mail_due_at`);--> statement-breakpoint
CREATE INDEX `inquiries_due_at` ON `inquiries` (`due_at`);--> statement-breakpoint
CREATE INDEX `stream_positions_next_expiry_at` ON `stream_positions` (`next_expiry_at`);--> statement-breakpoint
CREATE INDEX `tombstones_erased_at` ON `tombstones` (`erased_at`);--> statement-breakpoint
CREATE INDEX `operations_result_expires_at` ON `operations` (`result_expires_at`);