import type { FindUsage, FoundUsage } from '@resumint/ai';
import { affectedRows, inquiries, operations } from '@resumint/drizzle';
import { and, eq, lte } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';
import { transact } from '../ledger/transact.ts';
import type { PriceBook } from '../prices/price-book.ts';
import { decideTrueUsage } from './decide-true-usage.ts';
import { INQUIRY_PAUSES_MS, nextTryAt } from './retry-pauses.ts';
import type { Clock } from './start-clock.ts';

export interface AskOptions {
  findUsage: FindUsage;
  prices: PriceBook;
  clock: Clock;
  signal: AbortSignal;
  /** Hears of questions that failed; each is asked again. */
  report: (error: unknown) => void;
}

export interface AskCounts {
  asked: number;
  corrected: number;
  /** Nobody knows, and nobody is asked any more: the estimate stands. */
  dropped: number;
}

type Inquiry = Pick<typeof inquiries.$inferSelect, 'userId' | 'operationId' | 'tries' | 'dueAt'>;

const MOST_INQUIRIES = 50;

/** Asks the provider about calls that were charged by estimate, and corrects those of which it knows. */
export async function askForUsage(ledger: Ledger, options: AskOptions): Promise<AskCounts> {
  const counts: AskCounts = { asked: 0, corrected: 0, dropped: 0 };
  for (const inquiry of await dueInquiries(ledger, options.clock)) {
    if (options.signal.aborted) break;
    try {
      counts[await ask(ledger, inquiry, options)] += 1;
    } catch (error) {
      options.report(error);
    }
  }
  return counts;
}

function dueInquiries({ db }: Ledger, clock: Clock): Promise<Inquiry[]> {
  return db
    .select()
    .from(inquiries)
    .where(lte(inquiries.dueAt, new Date(clock())))
    .orderBy(inquiries.dueAt)
    .limit(MOST_INQUIRIES);
}

async function ask(ledger: Ledger, inquiry: Inquiry, options: AskOptions): Promise<keyof AskCounts> {
  if (inquiry.tries >= INQUIRY_PAUSES_MS.length) {
    await close(ledger, inquiry);
    return 'dropped';
  }
  if (!(await claim(ledger, inquiry, options.clock()))) return 'asked';
  const found = await findUsage(ledger, inquiry, options);
  if (found.kind !== 'known') return 'asked';
  const { userId, operationId } = inquiry;
  const { usage } = found;
  const prices = await options.prices.load();
  await transact(ledger, { userId, operationId }, (view) => {
    const hold = view.earlier.find((fact) => fact.kind === 'hold');
    if (!hold) throw new Error(`${operationId} is asked about, but was never held`);
    const price = prices.priceOfVersion(hold.model, hold.priceVersion);
    return decideTrueUsage(view, { operationId, usage, price });
  });
  await close(ledger, inquiry);
  return 'corrected';
}

/** Takes a question for as long as the pause before its next try. False when somebody else has taken it. */
async function claim({ db }: Ledger, inquiry: Inquiry, now: number): Promise<boolean> {
  const tries = inquiry.tries + 1;
  const taken = await db
    .update(inquiries)
    .set({ tries, dueAt: nextTryAt(INQUIRY_PAUSES_MS, { tries, now }) })
    .where(and(isThis(inquiry), eq(inquiries.tries, inquiry.tries)));
  return affectedRows(taken) === 1;
}

/** A call whose response had no id when it was lost is asked about again: the id may be on its way. */
async function findUsage(
  { db }: Ledger,
  { userId, operationId }: Inquiry,
  options: AskOptions,
): Promise<FoundUsage> {
  const [operation] = await db
    .select({ responseId: operations.responseId })
    .from(operations)
    .where(and(eq(operations.userId, userId), eq(operations.operationId, operationId)));
  if (operation?.responseId == null) return { kind: 'unknown' };
  return options.findUsage(operation.responseId, options.signal);
}

async function close({ db }: Ledger, inquiry: Inquiry): Promise<void> {
  await db.delete(inquiries).where(isThis(inquiry));
}

function isThis({ userId, operationId }: Inquiry) {
  return and(eq(inquiries.userId, userId), eq(inquiries.operationId, operationId));
}
