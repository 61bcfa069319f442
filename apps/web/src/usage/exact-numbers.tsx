import { Text } from '@mantine/core';
import { formatAmount, formatTime } from '@resumint/wording';
import type { Unit, UsageOfLimit, WindowUsage } from './answers.ts';
import classes from './exact-numbers.module.css';

interface ExactNumbersProps {
  title: string;
  window: WindowUsage;
  zone: string;
}

const ROWS = [
  ['Used', 'used'],
  ['Held', 'held'],
  ['Left', 'remaining'],
  ['Limit', 'limit'],
] as const satisfies [string, keyof UsageOfLimit][];

/** A window to the token and the nano-dollar. */
export function ExactNumbers({ title, window, zone }: ExactNumbersProps) {
  const { tokens, cost, resetsAt } = window;
  const cell = (amount: bigint | null, unit: Unit) => (
    <td className="number">{formatAmount(amount, unit)}</td>
  );
  return (
    <>
      <Text size="sm" fw={600}>
        {title}
      </Text>
      <table className={classes['numbers']}>
        <thead>
          <tr>
            <td />
            <th scope="col">Tokens</th>
            <th scope="col">Cost</th>
          </tr>
        </thead>
        <tbody>
          {ROWS.map(([name, key]) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cell(tokens[key], 'tokens')}
              {cell(cost[key], 'nanos')}
            </tr>
          ))}
        </tbody>
      </table>
      <Text size="xs" c="dimmed" mt={4}>
        Resets {formatTime(resetsAt, zone)}. The mark on the bar is where the time is.
      </Text>
    </>
  );
}
