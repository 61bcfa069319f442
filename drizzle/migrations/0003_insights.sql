CREATE TABLE `operation_choices` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`operation` varchar(32) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`revision` int NOT NULL,
	`tier` varchar(16) CHARACTER SET ascii COLLATE ascii_bin,
	`max_output_tokens` int,
	`is_tier_suggested` boolean NOT NULL,
	`tier_before` varchar(16) CHARACTER SET ascii COLLATE ascii_bin,
	`is_cap_suggested` boolean NOT NULL,
	`max_output_tokens_before` int,
	CONSTRAINT `operation_choices_user_id_operation_pk` PRIMARY KEY(`user_id`,`operation`)
);
--> statement-breakpoint
CREATE TABLE `usage_quarters` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`starts_at` datetime(3) NOT NULL,
	`calls` bigint NOT NULL,
	`tokens` bigint NOT NULL,
	`cost_nanos` bigint NOT NULL,
	CONSTRAINT `usage_quarters_user_id_starts_at_pk` PRIMARY KEY(`user_id`,`starts_at`)
);
