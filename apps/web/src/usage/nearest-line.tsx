import { Text } from '@mantine/core';
import { formatPercent, LIMIT_TITLES } from '@resumint/wording';
import type { Summary } from './answers.ts';
import { standingOf } from './standing-of.ts';
import standings from './standing-text.module.css';
import { usageOfLimit } from './usage-of-limit.ts';

/** The limit that gives out first, by what is used and held of it. */
export function NearestLine({ summary }: { summary: Summary }) {
  const { nearest } = summary;
  if (!nearest) return null;
  const usage = usageOfLimit(summary, nearest.limit);
  const { used, held } = usage;
  return (
    <Text size="sm">
      Nearest limit:{' '}
      <strong className={standings[standingOf(usage)]}>
        {LIMIT_TITLES[nearest.limit]},{' '}
        <span style={{ whiteSpace: 'nowrap' }}>
          {formatPercent(nearest.percent, { isNothing: used + held <= 0n })}
        </span>
      </strong>
      {held > 0n && ' with what is held'}
    </Text>
  );
}
