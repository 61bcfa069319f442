import { AppError } from '@resumint/errors';
import { readPastMonths, readReceipt, readReceipts, readSummary } from '@resumint/metering';
import { z } from 'zod';
import { router, signedIn } from '../procedures.ts';
import { OperationId, PageSize } from './inputs.ts';

export const usageRouter = router({
  /** Both windows with their limits, lifetime totals, warnings, and the months that have ended. */
  summary: signedIn.query(async ({ ctx }) => {
    const summary = await readSummary(ctx.ledger, ctx.userId);
    const pastMonths = await readPastMonths(ctx.ledger, ctx.userId, summary.month.startsAt);
    return { ...summary, pastMonths };
  }),

  list: signedIn
    .input(z.object({ limit: PageSize, cursor: z.int().positive().nullable().default(null) }).prefault({}))
    .query(({ ctx, input }) => readReceipts(ctx.ledger, ctx.userId, input)),

  receipt: signedIn.input(z.object({ operationId: OperationId })).query(async ({ ctx, input }) => {
    const receipt = await readReceipt(ctx.ledger, ctx.userId, input.operationId);
    if (receipt) return receipt;
    throw new AppError('not_found', 'There is no such receipt among yours.');
  }),
});
