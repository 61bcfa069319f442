import { Group, Stack, Text } from '@mantine/core';
import { formatAmount, formatPercent } from '@resumint/wording';
import type { Unit, UsageOfLimit } from './answers.ts';
import { UsageBar } from './usage-bar.tsx';

interface LimitLineProps {
  title: string;
  label: string;
  unit: Unit;
  usage: UsageOfLimit;
}

/** One limit in short: its bar and what is used of how much. */
export function LimitLine({ title, label, unit, usage }: LimitLineProps) {
  const { limit, used, held, percentUsed } = usage;
  return (
    <Stack gap={4}>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <Text size="sm">{title}</Text>
        {percentUsed !== null && (
          <Text size="sm" className="number" fw={500}>
            {formatPercent(percentUsed, { isNothing: used <= 0n })}
          </Text>
        )}
      </Group>
      {limit !== null && <UsageBar label={label} usage={usage} />}
      <Text size="xs" c="dimmed" className="number">
        {formatAmount(used, unit, 'up')}
        {held > 0n && ` + ${formatAmount(held, unit, 'up')} held`}
        {limit === null ? ', unlimited' : ` of ${formatAmount(limit, unit)}`}
      </Text>
    </Stack>
  );
}
