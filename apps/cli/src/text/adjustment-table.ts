import { formatClock, formatCount, formatMoney } from '@resumint/wording';
import type { Adjustment } from '../answers.ts';
import { formatTable } from './format-table.ts';

const ACTED_ON = {
  day: 'day, month, lifetime',
  month: 'month, lifetime',
  lifetime: 'lifetime',
} as const satisfies Record<Adjustment['scope'], string>;

export function adjustmentTable(
  adjustments: Adjustment[],
  { zone, columns }: { zone: string; columns: number | null },
): string[] {
  const rows = adjustments.map(({ at, tokens, costNanos, scope, reason, note }) => [
    formatClock(at, zone),
    reason,
    signed(tokens < 0, formatCount(Math.abs(tokens))),
    signed(costNanos < 0n, formatMoney(costNanos < 0n ? -costNanos : costNanos)),
    ACTED_ON[scope],
    note.replaceAll(/\s+/g, ' '),
  ]);
  const table = formatTable(
    [
      { title: 'At' },
      { title: 'Reason' },
      { title: 'Tokens', align: 'right' },
      { title: 'Cost', align: 'right' },
      { title: 'Acts on', isOptional: true },
      { title: 'Note' },
    ],
    rows,
    columns,
  );
  return [`By an admin; below zero is given back. Times are in ${zone}.`, '', ...table];
}

function signed(isNegative: boolean, amount: string): string {
  return isNegative ? `-${amount}` : amount;
}
