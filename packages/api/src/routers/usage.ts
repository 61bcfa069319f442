import { AppError } from '@resumint/errors';
import { readReceipt, readReceipts, readUsage } from '@resumint/metering';
import { z } from 'zod';
import { router, signedIn } from '../procedures.ts';
import { OperationId, PageSize } from './inputs.ts';

export const usageRouter = router({
  /** Both windows with their limits, lifetime totals, warnings, and the months that have ended. */
  summary: signedIn.query(({ ctx }) => readUsage(ctx.ledger, ctx.userId)),

  list: signedIn
    .input(z.object({ limit: PageSize, cursor: z.int().positive().nullable().default(null) }).prefault({}))
    .query(({ ctx, input }) => readReceipts(ctx.ledger, ctx.userId, input)),

  receipt: signedIn.input(z.object({ operationId: OperationId })).query(async ({ ctx, input }) => {
    const receipt = await readReceipt(ctx.ledger, ctx.userId, input.operationId);
    if (receipt) return receipt;
    throw new AppError('not_found', 'There is no such receipt among yours.');
  }),
});
