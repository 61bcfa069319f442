import { AppError } from '@resumint/errors';
import {
  adjust,
  auditForPerson,
  operationIdOf,
  readAdjustments,
  readAnalytics,
  readDenied,
  readDenials,
  readForecast,
  readHours,
  readReceipt,
  readReceipts,
  readState,
  readUsage,
  readUsageRows,
} from '@resumint/metering';
import { z } from 'zod';
import { AnalyticsQuery } from '../analytics/analytics-query.ts';
import { ActivityQuery } from '../activity/activity-query.ts';
import { getActivity } from '../activity/get-activity.ts';
import { listActivity } from '../activity/list-activity.ts';
import { IdempotencyKey } from '../calls/metered.ts';
import { usualCalls } from '../calls/usual-calls.ts';
import { admin, router, signedIn } from '../procedures.ts';
import { personWith } from '../store/accounts.ts';
import { withSubjects } from '../store/with-subjects.ts';
import { Email, EntryId, Instant, OperationId, PageSize } from './inputs.ts';

const DAY_MS = 86_400_000;

const NamedCall = z.union([
  z.object({ operationId: OperationId }),
  z.object({ idempotencyKey: IdempotencyKey }),
]);

const DenialKey = z.object({
  dayStart: Instant,
  limit: z.string().max(24),
  operation: z.string().max(32),
});

const Page = z.object({ limit: PageSize, cursor: z.int().positive().nullable().default(null) }).prefault({});

const ActivityInput = z
  .object({
    query: ActivityQuery.prefault({}),
    limit: PageSize,
    cursor: z.int().positive().nullable().default(null),
  })
  .prefault({});

const MOST_TOKENS = 10 ** 12;
const MOST_NANOS = 10n ** 17n;

const AdjustmentInput = z.object({
  email: Email,
  /** Added to what counts as spent; below zero it is given back. */
  tokens: z.int().min(-MOST_TOKENS).max(MOST_TOKENS).default(0),
  costNanos: z.bigint().min(-MOST_NANOS).max(MOST_NANOS).default(0n),
  scope: z.enum(['day', 'month', 'lifetime']),
  reason: z.enum(['refund', 'repair', 'goodwill']),
  note: z.string().trim().min(1).max(500),
  idempotencyKey: IdempotencyKey.optional(),
});

export const usageRouter = router({
  /** Both windows with their limits, lifetime totals, warnings, and the months that have ended. */
  summary: signedIn.query(({ ctx }) => readUsage(ctx.ledger, ctx.userId)),

  /** How many calls of each kind still fit within the limits, each as large as the person's own last ones. */
  fits: signedIn.query(async ({ ctx }) => ctx.calls.fits(ctx.userId, await usualCalls(ctx.db, ctx.userId))),

  /**
   * What the calls of the last days came to, by day, month, operation, model and how they ended, and what was adjusted
   * then. What counts in a month and in no day of it has the first moment of 1970 for its day.
   */
  daily: signedIn
    .input(z.object({ days: z.int().min(1).max(366).default(31) }).prefault({}))
    .query(async ({ ctx, input: { days } }) => {
      const { now } = await readState(ctx.ledger, ctx.userId);
      return readUsageRows(ctx.ledger, ctx.userId, { since: new Date(now - days * DAY_MS) });
    }),

  /**
   * What the calls of a period came to, by day or month and by operation, model or outcome, beside the period before:
   * as a chart shows it. It adds up to what the windows of the summary have spent.
   */
  analytics: signedIn
    .input(AnalyticsQuery.prefault({}))
    .query(({ ctx, input }) => readAnalytics(ctx.ledger, ctx.userId, input)),

  /** How often calls were refused in a period, by day or month and by limit. `denials` has each with its operation. */
  denied: signedIn
    .input(AnalyticsQuery.omit({ grouping: true }).prefault({}))
    .query(({ ctx, input }) => readDenied(ctx.ledger, ctx.userId, input)),

  /** When in the day calls ended, by the hours of the person's own day, all days together. */
  hours: signedIn
    .input(z.object({ days: z.int().min(1).max(92).default(30) }).prefault({}))
    .query(({ ctx, input }) => readHours(ctx.ledger, ctx.userId, input)),

  /**
   * What the running day and month are expected to come to, with a band, when a limit would be reached, and how right
   * such forecasts were for the months before.
   */
  forecast: signedIn.query(({ ctx }) => readForecast(ctx.ledger, ctx.userId)),

  /** The newest first, each with what it was for. */
  list: signedIn.input(Page).query(async ({ ctx, input }) => {
    const { receipts, nextCursor } = await readReceipts(ctx.ledger, ctx.userId, input);
    return { receipts: await withSubjects(ctx.db, ctx.userId, receipts), nextCursor };
  }),

  /** Calls and adjustments that match, the newest first. `usage/export` of the web app has them all as a file. */
  activity: signedIn.input(ActivityInput).query(({ ctx, input }) => listActivity(ctx, ctx.userId, input)),

  /** One call or adjustment as it is listed, and every step of it in the ledger. */
  entry: signedIn
    .input(z.object({ operationId: EntryId }))
    .query(({ ctx, input }) => getActivity(ctx, ctx.userId, input.operationId)),

  /** How often calls were refused, by day, limit and operation, the newest day first. */
  denials: signedIn
    .input(z.object({ limit: PageSize, cursor: DenialKey.nullable().default(null) }).prefault({}))
    .query(({ ctx, input }) => readDenials(ctx.ledger, ctx.userId, input)),

  /** By its id, or by the key that its caller chose. A call that still runs has one too, with what it holds. */
  receipt: signedIn.input(NamedCall).query(async ({ ctx, input }) => {
    const operationId =
      'operationId' in input ? input.operationId : operationIdOf(ctx.userId, input.idempotencyKey);
    const receipt = await readReceipt(ctx.ledger, ctx.userId, operationId);
    if (receipt) return receipt;
    throw new AppError('not_found', 'There is no such receipt among yours.');
  }),

  /**
   * Verifies the person's own record: that no entry was edited, taken out or put in, and that their receipts and
   * adjustments add up to the meter. A long one from its checkpoint on, unless all is asked for; `recent` looks at no
   * more than a page can wait for.
   */
  audit: signedIn
    .input(z.object({ extent: z.enum(['recent', 'usual', 'full']).default('usual') }).prefault({}))
    .query(({ ctx, input }) => auditForPerson(ctx.ledger, ctx.userId, input)),

  /** What an admin has added to the person's spending or given back, and why, the newest first. */
  adjustments: signedIn.input(Page).query(({ ctx, input }) => readAdjustments(ctx.ledger, ctx.userId, input)),

  /** Adds to what counts as a person's spending, or gives back. They can read it with its note. */
  adjustFor: admin.input(AdjustmentInput).mutation(async ({ ctx, input: { email, ...request } }) => {
    const userId = await personWith(ctx.db, email);
    const { fact, state } = await adjust(ctx.ledger, userId, { ...request, actor: ctx.userId });
    const { operationId, tokens, costNanos, scope, reason } = fact;
    const { day, month, lifetime } = state;
    return {
      adjustment: { operationId, at: new Date(fact.at), tokens, costNanos, scope, reason },
      spent: { day: day.spent, month: month.spent, lifetime },
    };
  }),
});
