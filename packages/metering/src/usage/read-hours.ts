import { streamPositions, usageQuarters } from '@resumint/drizzle';
import { and, eq, gte, sql } from 'drizzle-orm';
import { unionAll } from 'drizzle-orm/mysql-core';
import type { Ledger } from '../ledger/ledger.ts';
import { sumQuarters, type QuarterRow } from './count-quarters.ts';
import { partRollUp } from './part-roll-up.ts';
import { readQuartersAfter } from './read-usage-after.ts';
import { readState } from './read-usage.ts';
import { clockChanges } from '../windows/clock-changes.ts';
import { sumHours, type HourUsage } from './sum-hours.ts';

const DAY_MS = 86_400_000;

export interface UsageByHour {
  zone: string;
  since: Date;
  until: Date;
  /** All 24, from midnight on. */
  hours: HourUsage[];
}

/**
 * When in the day a person's calls of the last days ended, by the clocks of their zone: the roll-up by quarters of an
 * hour as far as it goes, and the ledger after it. At most a row for each quarter of a day is read for each stretch
 * between changes of the clocks.
 */
export async function readHours(
  ledger: Ledger,
  userId: string,
  { days }: { days: number },
): Promise<UsageByHour> {
  const { state, now } = await readState(ledger, userId);
  const { zone } = state.terms.inForce;
  const since = new Date(now - days * DAY_MS);
  const changes = clockChanges(zone, { since: since.getTime(), until: now });
  const quarters = await readQuarters(ledger, userId, { since, changes });
  return { zone, since, until: new Date(now), hours: sumHours(quarters, zone) };
}

interface Stretch {
  since: Date;
  /** Instants at which the clocks were changed. */
  changes: readonly number[];
}

async function readQuarters(
  { db }: Pick<Ledger, 'db'>,
  userId: string,
  { since, changes }: Stretch,
): Promise<QuarterRow[]> {
  const { rows, position } = await readRollUp({ db }, userId, { since, changes });
  const tail = await readQuartersAfter({ db }, userId, position);
  return sumQuarters([...rows, ...tail.filter(({ startsAt }) => startsAt >= since)]);
}

/**
 * The rows and the position up to which they count, in one statement and so of one moment. Those of one quarter of the
 * day between two changes of the clocks are one row, told by the first of them: they are in one hour.
 */
async function readRollUp({ db }: Pick<Ledger, 'db'>, userId: string, { since, changes }: Stretch) {
  const { startsAt } = usageQuarters;
  const isAfter = changes.map((at) => sql`(${startsAt} >= ${sql.param(new Date(at), startsAt)})`);
  const rows = db
    .select({
      position: sql`0`.mapWith(Number).as('position'),
      startsAt: sql`min(${startsAt})`.mapWith(startsAt),
      calls: sql`sum(${usageQuarters.calls})`.mapWith(Number),
      tokens: sql`sum(${usageQuarters.tokens})`.mapWith(Number),
      costNanos: sql`sum(${usageQuarters.costNanos})`.mapWith(BigInt),
    })
    .from(usageQuarters)
    .where(and(eq(usageQuarters.userId, userId), gte(startsAt, since)))
    .groupBy(...isAfter, sql`hour(${startsAt})`, sql`floor(minute(${startsAt}) / 15)`);
  const position = db
    .select({
      position: sql<number>`${streamPositions.seq}`.as('position'),
      startsAt: sql<Date>`null`,
      calls: sql<number>`0`,
      tokens: sql<number>`0`,
      costNanos: sql<bigint>`0`,
    })
    .from(streamPositions)
    .where(eq(streamPositions.userId, userId));
  return partRollUp(await unionAll(rows, position));
}
