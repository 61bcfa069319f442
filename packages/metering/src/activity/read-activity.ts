import { ledger as table } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { and, eq } from 'drizzle-orm';
import { adjustmentsOf, type Adjustment } from '../adjust/read-adjustments.ts';
import type { Receipt } from '../calls/receipt.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readStream } from '../ledger/read-stream.ts';
import { advance } from '../stream/advance.ts';
import { receiptsOf } from '../usage/read-receipts.ts';
import { addDays, startOfLocalDate } from '../windows/local-date.ts';
import type { ActivityFilter } from './activity-filter.ts';
import { findEntries, type FoundEntry, type InstantFilter } from './find-entries.ts';
import { seekEntry } from './seek-entry.ts';

export type ActivityEntry = ({ kind: 'call' } & Receipt) | ({ kind: 'adjustment' } & Adjustment);

export interface ActivityPage {
  /** The newest first. */
  entries: ActivityEntry[];
  /** Hand it back for the page that follows; null on the last one. */
  nextCursor: number | null;
  /** Where the page has fewer than were asked for and is not the last: the time down to which it was looked. */
  lookedBackTo: Date | null;
  /** In which the days of the filter are. */
  zone: string;
}

export interface ActivityRequest {
  filter: ActivityFilter;
  limit: number;
  cursor: number | null;
  mostLookedAt?: number;
}

/** Entries that one page looks at. What matches less often than that is found over several pages. */
const MOST_LOOKED_AT = 10_000;
/** Where each of them is looked up in a second place. */
const MOST_LOOKED_UP = 3_000;

/**
 * A person's calls and adjustments that match, the newest first: what they come to is what the meter has counted. Page
 * after page it is each of them once, whatever is added meanwhile, and a page costs the same wherever it is.
 */
export async function readActivity(
  ledger: Pick<Ledger, 'db'>,
  userId: string,
  { filter, limit, cursor, mostLookedAt = mostLookedAtFor(filter) }: ActivityRequest,
): Promise<ActivityPage> {
  const stream = await readStream(ledger, userId, []);
  if (!stream) throw new AppError('not_found', 'This account has no usage record.');
  const { zone } = advance(stream.head, stream.clock).state.terms.inForce;
  const instants = inZone(filter, zone);
  const below = cursor ?? (await beginning(ledger, userId, { ...instants, end: stream.head.seq + 1 }));
  const from = isNamed(filter) ? 1 : Math.max(1, below - mostLookedAt);
  const found = await findEntries(ledger, userId, { filter: instants, from, below, limit: limit + 1 });
  const page = found.slice(0, limit);
  const entries = await entriesOf(ledger, userId, page);
  const last = found.length > limit ? page.at(-1) : undefined;
  if (last) return { entries, nextCursor: last.seq, lookedBackTo: null, zone };
  const lookedBackTo = from === 1 ? null : await timeOf(ledger, userId, from);
  const isLast = lookedBackTo === null || (instants.since !== null && lookedBackTo < instants.since);
  return isLast
    ? { entries, nextCursor: null, lookedBackTo: null, zone }
    : { entries, nextCursor: from, lookedBackTo, zone };
}

function mostLookedAtFor({ ending, subjectIds }: ActivityFilter): number {
  return ending === null && subjectIds === null ? MOST_LOOKED_AT : MOST_LOOKED_UP;
}

/** What is named by its id, or found by its note, is found along an index; what is for nothing is not there. */
function isNamed({ operationId, ending, subjectIds }: ActivityFilter): boolean {
  return operationId !== null || ending === 'adjusted' || subjectIds?.length === 0;
}

function inZone({ from, to, ...filter }: ActivityFilter, zone: string): InstantFilter {
  return {
    ...filter,
    since: from && new Date(startOfLocalDate(zone, from)),
    until: to && new Date(startOfLocalDate(zone, addDays(to, 1))),
  };
}

async function beginning(
  ledger: Pick<Ledger, 'db'>,
  userId: string,
  { until, end }: { until: Date | null; end: number },
): Promise<number> {
  return until === null ? end : seekEntry(ledger, userId, { at: until.getTime(), below: end });
}

async function entriesOf(
  ledger: Pick<Ledger, 'db'>,
  userId: string,
  found: FoundEntry[],
): Promise<ActivityEntry[]> {
  const idsOf = (wanted: FoundEntry['kind']) =>
    found.flatMap(({ kind, operationId }) => (kind === wanted ? [operationId] : []));
  const [receipts, adjustments] = await Promise.all([
    receiptsOf(ledger, userId, idsOf('hold')),
    adjustmentsOf(ledger, userId, idsOf('adjust')),
  ]);
  const entries = new Map<string, ActivityEntry>();
  for (const receipt of receipts) entries.set(receipt.operationId, { kind: 'call', ...receipt });
  for (const made of adjustments) entries.set(made.operationId, { kind: 'adjustment', ...made });
  return found.flatMap(({ operationId }) => entries.get(operationId) ?? []);
}

async function timeOf({ db }: Pick<Ledger, 'db'>, userId: string, seq: number): Promise<Date | null> {
  const [entry] = await db
    .select({ at: table.at })
    .from(table)
    .where(and(eq(table.userId, userId), eq(table.seq, seq)));
  return entry?.at ?? null;
}
