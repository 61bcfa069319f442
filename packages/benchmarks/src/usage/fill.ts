import { addPrices, OPENAI_PRICES } from '@resumint/metering';
import { HEAVY, seedHeavy } from '@resumint/seed';
import type { BenchmarkDatabase } from '../database.ts';
import { ENTRIES_PER_PAGE, type Cursors } from './usage-reads.ts';

/** The one whose screens are looked at. */
export const PERSON = { userId: 'usr_first', zone: 'Europe/Berlin' };

const FAR_PAGE = 1_000;

/** What a ledger is filled with: rows in all, and over how many days; as many calls a day as in the seed when absent. */
export interface Filling {
  rows: number;
  days?: number;
}

/** What there is to read, of all people and of the one whose screens are looked at. */
export interface Extent {
  rows: number;
  days: number;
  person: { rows: number; rollUpRows: number; quarterRows: number; alerts: number; farPage: number };
}

/** Fills a database with the seed `heavy`: the person has all calls up to 100 000, and others the rest. */
export async function fill(
  database: BenchmarkDatabase,
  { rows, days }: Filling,
  { secret, report }: { secret: string; report: (step: string) => void },
): Promise<Extent> {
  await addPrices(await database.open(database.directUrl), OPENAI_PRICES);
  const calls = Math.floor(rows / 2);
  const callsOfFirst = Math.min(calls, HEAVY.callsOfFirst);
  const over = days ?? Math.max(1, Math.round((callsOfFirst * HEAVY.days) / HEAVY.callsOfFirst));
  await seedHeavy({
    databaseUrl: database.directUrl,
    secret,
    calls,
    callsOfFirst,
    days: over,
    until: Date.now(),
    first: PERSON,
    report,
  });
  return extentOf(database, { days: over, calls: callsOfFirst });
}

async function extentOf(
  { value }: BenchmarkDatabase,
  { days, calls }: { days: number; calls: number },
): Promise<Extent> {
  const of = async (table: string) =>
    Number(await value(`select count(*) as value from ${table} where user_id = '${PERSON.userId}'`));
  return {
    rows: Number(await value('select count(*) as value from ledger')),
    days,
    person: {
      rows: await of('ledger'),
      rollUpRows: await of('usage_daily'),
      quarterRows: await of('usage_quarters'),
      alerts: await of('alerts'),
      // The last full page where there are fewer.
      farPage: Math.max(1, Math.min(FAR_PAGE, Math.floor(calls / ENTRIES_PER_PAGE))),
    },
  };
}

/** Where the page before the far one ends. */
export async function cursorsOf({ value }: BenchmarkDatabase, { person }: Extent): Promise<Cursors> {
  const before = (person.farPage - 1) * ENTRIES_PER_PAGE;
  if (before === 0) return { farPage: null };
  const seq = await value(
    `select seq as value from ledger where user_id = '${PERSON.userId}' and kind in ('hold', 'adjust')
      order by seq desc limit 1 offset ${before - 1}`,
  );
  return { farPage: Number(seq) };
}
