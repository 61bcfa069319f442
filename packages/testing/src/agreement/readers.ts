import type { Client, Inputs } from '@resumint/client';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { monthsOf, sumOf, totalsOf, type Charge, type Summary, type Totals } from './totals.ts';

/** A person who looks, what the summary says to them, and the export as the web app mounts it. */
export interface Looking {
  client: Client;
  summary: Summary;
  exported: (query: Record<string, string>) => Promise<string>;
}

/** What all the others have to say: the sum of the receipts and adjustments. */
export async function charged(looking: Looking): Promise<Required<Totals>> {
  return totalsOf([...(await receipts(looking)), ...(await adjustments(looking))], looking.summary);
}

/** Everything else that tells a person what they used. */
export const READERS: Record<string, (looking: Looking) => Promise<Totals>> = {
  'the windows and the lifetime of `usage.summary`': ({ summary }) => Promise.resolve(summarized(summary)),
  '`usage.activity`': async (looking) => totalsOf(await activity(looking, {}), looking.summary),
  '`usage.activity` of the days of the running window': ofRunningDays,
  '`usage/export` as CSV': async (looking) => totalsOf(await csv(looking), looking.summary),
  '`usage/export` as JSON': async (looking) => totalsOf(await json(looking), looking.summary),
  '`usage.daily`': daily,
  '`usage.hours`': async ({ client }) => ({
    calls: sumOf((await client.usage.hours.query({ days: 92 })).hours),
  }),
  '`usage.analytics` by operation': (looking) => analyzed(looking, 'operation'),
  '`usage.analytics` by model': (looking) => analyzed(looking, 'model'),
  '`usage.analytics` by outcome': (looking) => analyzed(looking, 'outcome'),
  '`usage.audit`': audited,
};

function summarized({ day, month, pastMonths, lifetime }: Summary): Totals {
  return {
    day: { tokens: day.tokens.used, nanos: day.cost.used },
    month: { tokens: month.tokens.used, nanos: month.cost.used },
    pastMonths: monthsOf(pastMonths.map((past) => [past.startsAt, sumOf([past])])),
    lifetime: sumOf([lifetime]),
  };
}

async function receipts({ client }: Looking): Promise<Charge[]> {
  const read = await pages((cursor) => client.usage.list.query({ limit: 17, cursor }));
  return read.flatMap((page) => page.receipts.map(({ startedAt: at, charged: made }) => ({ at, ...made })));
}

async function adjustments({ client }: Looking): Promise<Charge[]> {
  const read = await pages((cursor) => client.usage.adjustments.query({ limit: 3, cursor }));
  return read.flatMap((page) => page.adjustments);
}

type ActivityQuery = Exclude<Inputs['usage']['activity'], void>['query'];

async function activity({ client }: Looking, query: ActivityQuery): Promise<Charge[]> {
  const read = await pages((cursor) => client.usage.activity.query({ query, limit: 13, cursor }));
  const entries = read.flatMap((page) => page.entries);
  return entries.map((entry) => (entry.kind === 'call' ? { at: entry.startedAt, ...entry.charged } : entry));
}

async function pages<Page extends { nextCursor: number | null }>(
  read: (cursor: number | null) => Promise<Page>,
): Promise<Page[]> {
  const all: Page[] = [];
  let cursor: number | null = null;
  do {
    const page = await read(cursor);
    all.push(page);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}

/** Days of the zone are those of the windows, but in the first day after a change of zone, which may be longer. */
async function ofRunningDays(looking: Looking): Promise<Totals> {
  const { day, zone } = looking.summary;
  const on = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone });
  const [from, to] = [on.format(day.startsAt), on.format(day.resetsAt.getTime() - 1)];
  const charges = await activity(looking, { from, to });
  const within = charges.filter(({ at }) => at >= day.startsAt);
  return { day: totalsOf(within, looking.summary).day };
}

const Whole = z.string().regex(/^-?\d+$/);
const Scope = z.enum(['', 'day', 'month', 'lifetime']).nullable();

const Line = z
  .object({
    started_at_utc: z.string(),
    tokens: Whole,
    cost_nanos: Whole,
    cost_usd: z.string(),
    scope: Scope,
  })
  .transform(({ started_at_utc: at, tokens, cost_nanos: nanos, scope }) => ({
    at: new Date(at),
    tokens: Number(tokens),
    costNanos: BigInt(nanos),
    ...(scope && { scope }),
  }));

async function csv({ exported }: Looking): Promise<Charge[]> {
  return z.array(Line).parse(parse(await exported({ format: 'csv' }), { bom: true, columns: true }));
}

/** Numbers are read by their digits: those of JSON lose what is past 2^53. */
const Entries = z.object({ entries: z.array(Line) });

async function json({ exported }: Looking): Promise<Charge[]> {
  const text = await exported({ format: 'json' });
  const read: unknown = JSON.parse(text, (_key, value: unknown, context?: { source?: string }) => {
    if (typeof value === 'number') return context?.source;
    return value;
  });
  return Entries.parse(read).entries;
}

/** By the windows that admitted: the rows of the running day, of the running month, and of each that has ended. */
async function daily({ client, summary: { day, month } }: Looking): Promise<Totals> {
  const rows = await client.usage.daily.query({ days: 366 });
  const isOf = (window: Date, { startsAt }: { startsAt: Date }) => window.getTime() === startsAt.getTime();
  const byMonth = Map.groupBy(rows, ({ monthStart }) => monthStart.getTime());
  byMonth.delete(month.startsAt.getTime());
  return {
    day: sumOf(rows.filter(({ dayStart }) => isOf(dayStart, day))),
    month: sumOf(rows.filter(({ monthStart }) => isOf(monthStart, month))),
    pastMonths: monthsOf([...byMonth].map(([start, ofMonth]) => [new Date(start), sumOf(ofMonth)])),
    calls: sumOf(rows.filter(({ operation }) => operation !== 'adjustment')),
  };
}

/** By the parts that the running month is drawn of beside the eleven before. */
async function analyzed({ client }: Looking, grouping: 'operation' | 'model' | 'outcome'): Promise<Totals> {
  const asked = { period: 'last12Months', step: 'month', grouping } as const;
  const { buckets } = await client.usage.analytics.query(asked);
  return { month: sumOf(buckets.at(-1)?.parts ?? []) };
}

async function audited({ client }: Looking): Promise<Totals> {
  const { charged, meter, isExact, found } = await client.usage.audit.query({ extent: 'full' });
  if (!isExact || found > 0) throw new Error('the record does not hold together');
  return { calls: sumOf([charged]), lifetime: sumOf([meter]) };
}
