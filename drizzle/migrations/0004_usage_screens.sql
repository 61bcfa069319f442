CREATE TABLE `usage_months` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`starts_at` datetime(3) NOT NULL,
	`operations` bigint NOT NULL,
	`tokens` bigint NOT NULL,
	`cost_nanos` bigint NOT NULL,
	CONSTRAINT `usage_months_user_id_starts_at_pk` PRIMARY KEY(`user_id`,`starts_at`)
);
--> statement-breakpoint
INSERT INTO `usage_months` (`user_id`, `starts_at`, `operations`, `tokens`, `cost_nanos`)
SELECT `user_id`, `month_start`, sum(`calls`), sum(`tokens`), sum(`cost_nanos`) FROM `usage_daily`
WHERE `outcome` NOT IN ('failed', 'abandoned') AND `month_start` <> '1970-01-01' GROUP BY `user_id`, `month_start`;
--> statement-breakpoint
CREATE INDEX `alerts_at` ON `alerts` (`user_id`,`at`,`seq`,`limit_name`);--> statement-breakpoint
CREATE INDEX `alerts_read_at` ON `alerts` (`user_id`,`read_at`,`at`,`seq`);