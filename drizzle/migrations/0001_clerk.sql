CREATE TABLE `clerk_ended_sessions` (
	`subject` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`session_id` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`ended_at` datetime(3) NOT NULL,
	CONSTRAINT `clerk_ended_sessions_subject_session_id_pk` PRIMARY KEY(`subject`,`session_id`)
);
--> statement-breakpoint
CREATE TABLE `clerk_users` (
	`subject` varchar(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`role` enum('person','admin') NOT NULL,
	`standing` enum('active','banned','deleted') NOT NULL,
	`is_provisioned` boolean NOT NULL,
	`email` varchar(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin,
	`changed_at` datetime(3) NOT NULL,
	`created_at` datetime(3) NOT NULL,
	CONSTRAINT `clerk_users_subject` PRIMARY KEY(`subject`),
	CONSTRAINT `clerk_users_user_id_unique` UNIQUE(`user_id`)
);
--> statement-breakpoint
CREATE INDEX `clerk_users_email` ON `clerk_users` (`email`);