CREATE TABLE `accounts` (
	`email` varchar(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`role` enum('person','admin') NOT NULL,
	`password_hash` varchar(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`created_at` datetime(3) NOT NULL,
	CONSTRAINT `accounts_email` PRIMARY KEY(`email`),
	CONSTRAINT `accounts_user_id_unique` UNIQUE(`user_id`)
);
--> statement-breakpoint
CREATE TABLE `documents` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`document_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`name` varchar(255) NOT NULL,
	`media_type` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`content_hash` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`pages` int NOT NULL,
	`text` mediumtext NOT NULL,
	`created_at` datetime(3) NOT NULL,
	CONSTRAINT `documents_user_id_document_id_pk` PRIMARY KEY(`user_id`,`document_id`),
	CONSTRAINT `documents_content` UNIQUE(`user_id`,`content_hash`)
);
--> statement-breakpoint
CREATE TABLE `ledger` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`seq` bigint NOT NULL,
	`kind` enum('open','hold','settle','release','expire','correct','adjust','terms','void') NOT NULL,
	`operation_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`step` smallint NOT NULL,
	`at` datetime(3) NOT NULL,
	`operation` varchar(32) CHARACTER SET ascii COLLATE ascii_bin,
	`model` varchar(48) CHARACTER SET ascii COLLATE ascii_bin,
	`price_version` varchar(16) CHARACTER SET ascii COLLATE ascii_bin,
	`input_tokens` int,
	`cached_input_tokens` int,
	`output_tokens` int,
	`reasoning_tokens` int,
	`tokens` bigint NOT NULL,
	`cost_nanos` bigint NOT NULL,
	`is_estimated` boolean NOT NULL,
	`outcome` varchar(16) CHARACTER SET ascii COLLATE ascii_bin,
	`claim` varchar(24) CHARACTER SET ascii COLLATE ascii_bin,
	`payload_hash` varchar(24) CHARACTER SET ascii COLLATE ascii_bin,
	`expires_at` datetime(3),
	`admitted_day` datetime(3),
	`admitted_month` datetime(3),
	`actor` varchar(40) CHARACTER SET ascii COLLATE ascii_bin,
	`terms` text,
	`state_version` tinyint NOT NULL,
	`day_start` datetime(3) NOT NULL,
	`day_end` datetime(3) NOT NULL,
	`day_tokens` bigint NOT NULL,
	`day_cost_nanos` bigint NOT NULL,
	`day_held_tokens` bigint NOT NULL,
	`day_held_cost_nanos` bigint NOT NULL,
	`month_start` datetime(3) NOT NULL,
	`month_end` datetime(3) NOT NULL,
	`month_tokens` bigint NOT NULL,
	`month_cost_nanos` bigint NOT NULL,
	`month_held_tokens` bigint NOT NULL,
	`month_held_cost_nanos` bigint NOT NULL,
	`lifetime_tokens` bigint NOT NULL,
	`lifetime_cost_nanos` bigint NOT NULL,
	`lifetime_operations` bigint NOT NULL,
	`terms_seq` bigint NOT NULL,
	`carried` text,
	`mac` varchar(24) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	CONSTRAINT `ledger_user_id_seq_pk` PRIMARY KEY(`user_id`,`seq`),
	CONSTRAINT `ledger_operation_step` UNIQUE(`user_id`,`operation_id`,`step`)
);
--> statement-breakpoint
CREATE TABLE `operations` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`operation_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`subject_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin,
	`response_id` varchar(128) CHARACTER SET ascii COLLATE ascii_bin,
	`result` mediumtext,
	`result_expires_at` datetime(3) NOT NULL,
	CONSTRAINT `operations_user_id_operation_id_pk` PRIMARY KEY(`user_id`,`operation_id`)
);
--> statement-breakpoint
CREATE TABLE `prices` (
	`model` varchar(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`version` varchar(16) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`above_input_tokens` int NOT NULL,
	`effective_at` datetime(3) NOT NULL,
	`input_nanos_per_million` bigint NOT NULL,
	`cached_input_nanos_per_million` bigint NOT NULL,
	`output_nanos_per_million` bigint NOT NULL,
	`source` varchar(255) NOT NULL,
	CONSTRAINT `prices_model_version_above_input_tokens_pk` PRIMARY KEY(`model`,`version`,`above_input_tokens`)
);
--> statement-breakpoint
CREATE TABLE `resumes` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`resume_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`title` varchar(200) NOT NULL,
	`content` mediumtext NOT NULL,
	`document_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin,
	`created_at` datetime(3) NOT NULL,
	`updated_at` datetime(3) NOT NULL,
	CONSTRAINT `resumes_user_id_resume_id_pk` PRIMARY KEY(`user_id`,`resume_id`)
);
--> statement-breakpoint
CREATE TABLE `sessions` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`session_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`secret_hash` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`role` enum('person','admin') NOT NULL,
	`created_at` datetime(3) NOT NULL,
	`expires_at` datetime(3) NOT NULL,
	CONSTRAINT `sessions_user_id_session_id_pk` PRIMARY KEY(`user_id`,`session_id`)
);
--> statement-breakpoint
CREATE TABLE `sign_in_attempts` (
	`email_hash` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`attempts` int NOT NULL,
	`window_ends_at` datetime(3) NOT NULL,
	CONSTRAINT `sign_in_attempts_email_hash` PRIMARY KEY(`email_hash`)
);
--> statement-breakpoint
CREATE INDEX `ledger_at` ON `ledger` (`at`);