import { Badge, Group, Stack, Text } from '@mantine/core';
import type { Outputs } from '@resumint/client';
import { formatAmount, formatPercent } from '@resumint/wording';
import type { Unit, UsageOfLimit } from '../usage/answers.ts';
import { standingOf } from '../usage/standing-of.ts';
import { UsageBar } from '../usage/usage-bar.tsx';
import classes from './limit-details.module.css';

type Reason = Outputs['limits']['get']['limits']['tokensPerDay']['reason'];

interface LimitDetailsProps {
  title: string;
  label: string;
  unit: Unit;
  usage: UsageOfLimit;
  reason: Reason | undefined;
}

const SET_BY: Record<Reason, string> = {
  plan: 'by your plan',
  admin: 'set by an admin',
  user: 'lowered by you',
};

const BADGES = {
  near: { color: 'orange', text: 'Near the limit' },
  over: { color: 'red', text: 'Used up' },
} as const;

/** One limit to the number. */
export function LimitDetails({ title, label, unit, usage, reason }: LimitDetailsProps) {
  const { limit, used, held, remaining, percentUsed } = usage;
  const standing = standingOf(usage);
  return (
    <Stack gap={10}>
      <Group justify="space-between" gap="xs">
        <Group gap="xs">
          <Text fw={600}>{title}</Text>
          {standing !== 'normal' && (
            <Badge color={BADGES[standing].color} variant="light" tt="none">
              {BADGES[standing].text}
            </Badge>
          )}
        </Group>
        {percentUsed !== null && (
          <Text className="number" fw={600}>
            {formatPercent(percentUsed, { isNothing: used <= 0n })}
          </Text>
        )}
      </Group>
      {limit !== null && <UsageBar label={label} usage={usage} height={10} />}
      <dl className={classes['numbers']}>
        <Entry name="Used" value={formatAmount(used, unit, 'up')} />
        <Entry name="Held" value={formatAmount(held, unit, 'up')} isHeld={held > 0n} />
        <Entry name="Left" value={formatAmount(remaining, unit, 'down')} />
        <Entry name="Limit" value={formatAmount(limit, unit)} note={reason && SET_BY[reason]} />
      </dl>
    </Stack>
  );
}

interface EntryProps {
  name: string;
  value: string;
  note?: string | undefined;
  isHeld?: boolean;
}

function Entry({ name, value, note, isHeld = false }: EntryProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">
        {value}
        {(note !== undefined || isHeld) && <span>{note ?? 'by running calls'}</span>}
      </dd>
    </div>
  );
}
