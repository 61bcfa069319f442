import { Badge, Group, Stack, Text } from '@mantine/core';
import { formatAmount, formatPercent } from '@resumint/wording';
import { SET_BY } from '../limits/set-by.ts';
import type { Limits, Unit, UsageOfLimit, WindowLimit } from '../usage/answers.ts';
import { standingOf } from '../usage/standing-of.ts';
import standings from '../usage/standing-text.module.css';
import { UsageBar } from '../usage/usage-bar.tsx';
import classes from './limit-details.module.css';

type EffectiveLimit = Limits['limits'][WindowLimit];

interface LimitDetailsProps {
  title: string;
  label: string;
  unit: Unit;
  usage: UsageOfLimit;
  /** How much of the window has passed, in percent. */
  pace: number;
  effective: EffectiveLimit | undefined;
}

const BADGES = {
  near: { color: 'orange', text: 'Near the limit' },
  over: { color: 'red', text: 'Used up' },
} as const;

/** One limit to the number. */
export function LimitDetails({ title, label, unit, usage, pace, effective }: LimitDetailsProps) {
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
          <Text className={`number ${standings[standing] ?? ''}`} fw={600}>
            {formatPercent(percentUsed, { isNothing: used <= 0n })}
          </Text>
        )}
      </Group>
      {limit !== null && <UsageBar label={label} usage={usage} height={10} pace={pace} />}
      <dl className={classes['numbers']}>
        <Entry name="Used" value={formatAmount(used, unit, 'up')} />
        <Entry name="Held" value={formatAmount(held, unit, 'up')} isHeld={held > 0n} />
        <Entry name="Left" value={formatAmount(remaining, unit, 'down')} />
        <Entry
          name="Limit"
          value={formatAmount(limit, unit)}
          note={effective && describeSource(effective, unit)}
        />
      </dl>
    </Stack>
  );
}

/** Who set a limit, and where the person lowered it, from what. */
function describeSource({ reason, granted }: EffectiveLimit, unit: Unit): string {
  return reason === 'user' ? `${SET_BY.user} from ${formatAmount(granted, unit)}` : SET_BY[reason];
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
