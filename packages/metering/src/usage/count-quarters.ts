import type { usageQuarters } from '@resumint/drizzle';
import type { EndFact, Fact } from '../stream/fact.ts';

/** What the calls came to that ended in a quarter of an hour. */
export type QuarterRow = Omit<typeof usageQuarters.$inferSelect, 'userId'>;

const QUARTER_MS = 15 * 60_000;

/**
 * What entries add to the quarters of an hour: each call that was made in the one that it ended in, with what corrects
 * it later. `earlier` is as for `countUsage`.
 */
export function countQuarters(facts: readonly Fact[], earlier: readonly Fact[]): QuarterRow[] {
  const endedAt = new Map<string, number>();
  for (const fact of earlier) if (isEnd(fact)) endedAt.set(fact.operationId, fact.at);
  const rows = facts.flatMap((fact) => {
    if (isEnd(fact)) endedAt.set(fact.operationId, fact.at);
    return rowOf(fact, endedAt) ?? [];
  });
  return sumQuarters(rows);
}

export function sumQuarters(rows: readonly QuarterRow[]): QuarterRow[] {
  const sums = new Map<number, QuarterRow>();
  for (const row of rows) {
    const sum = sums.get(row.startsAt.getTime());
    sums.set(row.startsAt.getTime(), sum ? plus(sum, row) : row);
  }
  return [...sums.values()];
}

function isEnd(fact: Fact): fact is EndFact {
  return fact.kind === 'settle' || fact.kind === 'release' || fact.kind === 'expire';
}

function rowOf(fact: Fact, endedAt: ReadonlyMap<string, number>): QuarterRow | null {
  switch (fact.kind) {
    case 'settle':
    case 'expire':
    case 'correct': {
      const { tokens, costNanos } = fact;
      const calls = fact.kind === 'correct' ? 0 : 1;
      return { startsAt: quarterOf(fact, endedAt), calls, tokens, costNanos };
    }
    case 'open':
    case 'hold':
    case 'release':
    case 'adjust':
    case 'terms':
    case 'void':
      return null;
  }
}

function quarterOf({ operationId }: Fact, endedAt: ReadonlyMap<string, number>): Date {
  const at = endedAt.get(operationId);
  if (at === undefined) throw new Error(`${operationId} is corrected, but when it ended was not given`);
  return new Date(Math.floor(at / QUARTER_MS) * QUARTER_MS);
}

function plus(left: QuarterRow, right: QuarterRow): QuarterRow {
  return {
    startsAt: left.startsAt,
    calls: left.calls + right.calls,
    tokens: left.tokens + right.tokens,
    costNanos: left.costNanos + right.costNanos,
  };
}
