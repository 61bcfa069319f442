import type { Complain } from './check-stream.ts';
import type { Row } from './read-stream-rows.ts';
import { addTo, noSum, type Sum, type Sums, type WindowSum } from './sums.ts';

/** What a stream has spent in all, entry by entry. */
export function createLifetime(): { after: (row: Row) => Sum & { operations: number } } {
  const sum = { ...noSum(), operations: 0 };
  return {
    after(row) {
      const { kind, tokens, costNanos } = row;
      if (kind !== 'settle' && kind !== 'expire' && kind !== 'correct' && kind !== 'adjust') return sum;
      addTo(sum, { tokens, nanos: costNanos });
      if (kind === 'settle' || kind === 'expire') sum.operations += 1;
      return sum;
    },
  };
}

/** Every running total of an entry is the sum of the entries up to it. */
export function checkTotals(
  sums: Sums,
  lifetime: Sum & { operations: number },
  { row, complain }: { row: Row; complain: Complain },
): void {
  const stated = { day: dayOf(row), month: monthOf(row) };
  const added = { day: sums.day(row.dayStart), month: sums.month(row.monthStart) };
  for (const window of ['day', 'month'] as const) {
    const [says, is] = [describe(stated[window]), describe(added[window])];
    if (says !== is) complain('brokenStreams', row, `the ${window} says ${says}, and is ${is}`);
  }
  const says = `${row.lifetimeTokens} ${row.lifetimeCostNanos} ${row.lifetimeOperations}`;
  const is = `${lifetime.tokens} ${lifetime.nanos} ${lifetime.operations}`;
  if (says !== is) complain('brokenStreams', row, `the lifetime says ${says}, and is ${is}`);
}

function dayOf(row: Row): WindowSum {
  return {
    spent: { tokens: row.dayTokens, nanos: row.dayCostNanos },
    held: { tokens: row.dayHeldTokens, nanos: row.dayHeldCostNanos },
  };
}

function monthOf(row: Row): WindowSum {
  return {
    spent: { tokens: row.monthTokens, nanos: row.monthCostNanos },
    held: { tokens: row.monthHeldTokens, nanos: row.monthHeldCostNanos },
  };
}

function describe({ spent, held }: WindowSum): string {
  return `${spent.tokens} ${spent.nanos} spent, ${held.tokens} ${held.nanos} held`;
}
