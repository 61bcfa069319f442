import { Text } from '@mantine/core';
import { describeDenial, formatClock, formatCount, formatDate } from '@resumint/wording';
import { OPERATION_NAMES } from '../usage/operation-names.ts';
import type { DenialCount } from './answers.ts';
import classes from './denials-panel.module.css';

export function DenialItem({ denial, zone }: { denial: DenialCount; zone: string }) {
  const { dayStart, operation, limit, count, lastAt } = denial;
  return (
    <li className={classes['item']}>
      <div>
        <Text size="sm" fw={500}>
          {OPERATION_NAMES[operation] ?? operation}
        </Text>
        <Text size="xs" c="dimmed">
          {describeDenial(limit)}
        </Text>
      </div>
      <div className="number">
        <Text size="sm" fw={500}>
          {count === 1 ? 'once' : `${formatCount(count)} times`} on {formatDate(dayStart, zone)}
        </Text>
        <Text size="xs" c="dimmed">
          last at {formatClock(lastAt, zone)}
        </Text>
      </div>
    </li>
  );
}
