'use client';

import { Group, Text } from '@mantine/core';
import { formatAmount, formatPassed, formatPercent } from '@resumint/wording';
import { Tip } from '../ui/tip.tsx';
import type { WindowUsage } from './answers.ts';
import { ExactNumbers } from './exact-numbers.tsx';
import { paceOf } from './pace-of.ts';
import { ResetTime } from './reset-time.tsx';
import { standingOf } from './standing-of.ts';
import standings from './standing-text.module.css';
import { UsageBar } from './usage-bar.tsx';
import { useNow } from './use-now.tsx';
import classes from './window-line.module.css';

interface WindowLineProps {
  title: string;
  window: WindowUsage;
  unit: 'tokens' | 'cost';
  at: Date;
  zone: string;
}

const UNITS = {
  tokens: { name: 'Tokens', unit: 'tokens' },
  cost: { name: 'Cost', unit: 'nanos' },
} as const;

/** A window in short, in one unit: its bar, and what is used of how much. Focus or hover shows all of it exactly. */
export function WindowLine({ title, window, unit: chosen, at, zone }: WindowLineProps) {
  const { name, unit } = UNITS[chosen];
  const { limit, used, held, percentUsed } = window[chosen];
  const now = useNow(at);
  const pace = paceOf(window, now);
  return (
    <Tip name={title} content={<ExactNumbers title={title} window={window} zone={zone} />}>
      <div className={classes['line']}>
        <Group justify="space-between" gap="xs" wrap="nowrap">
          <Text fw={600}>{title}</Text>
          {percentUsed !== null && (
            <Text size="sm" className={`number ${standings[standingOf(window[chosen])] ?? ''}`} fw={500}>
              {formatPercent(percentUsed, { isNothing: used <= 0n })}
            </Text>
          )}
        </Group>
        {limit !== null && <UsageBar label={`${name}, ${title}`} usage={window[chosen]} pace={pace} />}
        <Text size="xs" c="dimmed" className="number">
          {formatAmount(used, unit, 'up')}
          {held > 0n && ` + ${formatAmount(held, unit, 'up')} held`}
          {limit === null ? ', unlimited' : ` of ${formatAmount(limit, unit)}`}
        </Text>
        <Text size="xs" c="dimmed" className="number">
          <ResetTime resetsAt={window.resetsAt} now={now} zone={zone} /> · {formatPassed(pace)}
        </Text>
      </div>
    </Tip>
  );
}
