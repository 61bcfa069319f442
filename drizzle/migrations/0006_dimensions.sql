CREATE TABLE `usage_dimensions` (
	`user_id` varchar(40) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`dimension` enum('kind','operation','model','outcome') NOT NULL,
	`day_start` datetime(3) NOT NULL,
	`month_start` datetime(3) NOT NULL,
	`name` varchar(48) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
	`calls` bigint NOT NULL,
	`not_made` bigint NOT NULL,
	`tokens` bigint NOT NULL,
	`cost_nanos` bigint NOT NULL,
	CONSTRAINT `usage_dimensions_pk` PRIMARY KEY(`user_id`,`dimension`,`day_start`,`month_start`,`name`)
);
--> statement-breakpoint
INSERT INTO `usage_dimensions` (`user_id`, `dimension`, `day_start`, `month_start`, `name`, `calls`, `not_made`, `tokens`, `cost_nanos`)
SELECT `user_id`, `dimension`, `day_start`, `month_start`, `name`, sum(`calls`), sum(if(`outcome` IN ('failed', 'abandoned'), `calls`, 0)), sum(`tokens`), sum(`cost_nanos`) FROM (
  SELECT `usage_daily`.*, `dimensions`.`dimension`,
    CASE
      WHEN `operation` = 'adjustment' THEN 'adjustment'
      WHEN `dimension` = 'operation' THEN `operation`
      WHEN `dimension` = 'model' THEN `model`
      WHEN `dimension` = 'outcome' THEN `outcome`
      ELSE 'call'
    END AS `name`
  FROM `usage_daily`, (
    SELECT 'kind' AS `dimension` UNION ALL SELECT 'operation' UNION ALL SELECT 'model' UNION ALL SELECT 'outcome'
  ) AS `dimensions`
) AS `rows` GROUP BY `user_id`, `dimension`, `day_start`, `month_start`, `name`;
