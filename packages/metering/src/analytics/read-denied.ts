import { denials } from '@resumint/drizzle';
import { and, eq, gte, sql } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';
import type { State } from '../stream/state.ts';
import { readState } from '../usage/read-usage.ts';
import { analyze, type Step } from './analyze.ts';
import { NOTHING_COUNTED } from './counted.ts';
import { daysLookedAt, stretchesOf, type Period } from './period.ts';

export interface DeniedCalls {
  at: Date;
  zone: string;
  /** The first and the last day that are counted. */
  from: string;
  until: string;
  total: number;
  previousTotal: number;
  limits: { name: string; total: number }[];
  buckets: { from: string; total: number; parts: { limit: number; count: number }[] }[];
}

interface DeniedQuery {
  period: Period;
  step: Step;
}

/** How often a limit refused calls in a day. */
export interface DeniedCount {
  dayStart: Date;
  limit: string;
  count: number;
}

const DAY_MS = 86_400_000;

/** How often a person's calls were refused in a period, by day or month and by the limit that refused them. */
export async function readDenied(ledger: Ledger, userId: string, query: DeniedQuery): Promise<DeniedCalls> {
  const since = new Date(Date.now() - daysLookedAt(query.period) * DAY_MS);
  const [at, counts] = await Promise.all([readState(ledger, userId), readCounts(ledger, userId, since)]);
  return deniedAt(counts, at, query);
}

/** The same of counts that have all refusals of the period, for the windows of a person's state at a moment. */
export function deniedAt(
  counts: readonly DeniedCount[],
  { state, now }: { state: State; now: number },
  { period, step }: DeniedQuery,
): DeniedCalls {
  const { zone, anchorDay } = state.terms.inForce;
  const stretches = stretchesOf(period, { zone, anchorDay, ...state });
  // A refusal is of a day alone, and that day of the month that it is in.
  const rows = counts.map(({ dayStart, limit, count }) => ({
    ...NOTHING_COUNTED,
    dayStart,
    monthStart: dayStart,
    group: limit,
    calls: count,
  }));
  const { from, until, total, previousTotal, groups, buckets } = analyze(rows, { zone, stretches, step });
  return {
    at: new Date(now),
    zone,
    from,
    until,
    total: total.calls,
    previousTotal: previousTotal.calls,
    limits: groups.map((group) => ({ name: group.name, total: group.total.calls })),
    buckets: buckets.map((bucket) => ({
      from: bucket.from,
      total: bucket.total.calls,
      parts: bucket.parts.map(({ group, calls }) => ({ limit: group, count: calls })),
    })),
  };
}

async function readCounts({ db }: Pick<Ledger, 'db'>, userId: string, since: Date): Promise<DeniedCount[]> {
  return db
    .select({
      dayStart: denials.dayStart,
      limit: denials.limitName,
      count: sql`sum(${denials.count})`.mapWith(Number),
    })
    .from(denials)
    .where(and(eq(denials.userId, userId), gte(denials.dayStart, since)))
    .groupBy(denials.dayStart, denials.limitName);
}
