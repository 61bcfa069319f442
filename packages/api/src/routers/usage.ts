import { AppError } from '@resumint/errors';
import { operationIdOf, readReceipt, readReceipts, readUsage } from '@resumint/metering';
import { z } from 'zod';
import { IdempotencyKey } from '../calls/metered.ts';
import { router, signedIn } from '../procedures.ts';
import { withSubjects } from '../store/with-subjects.ts';
import { OperationId, PageSize } from './inputs.ts';

const NamedCall = z.union([
  z.object({ operationId: OperationId }),
  z.object({ idempotencyKey: IdempotencyKey }),
]);

export const usageRouter = router({
  /** Both windows with their limits, lifetime totals, warnings, and the months that have ended. */
  summary: signedIn.query(({ ctx }) => readUsage(ctx.ledger, ctx.userId)),

  /** The newest first, each with what it was for. */
  list: signedIn
    .input(z.object({ limit: PageSize, cursor: z.int().positive().nullable().default(null) }).prefault({}))
    .query(async ({ ctx, input }) => {
      const { receipts, nextCursor } = await readReceipts(ctx.ledger, ctx.userId, input);
      return { receipts: await withSubjects(ctx.db, ctx.userId, receipts), nextCursor };
    }),

  /** By its id, or by the key that its caller chose. A call that still runs has one too, with what it holds. */
  receipt: signedIn.input(NamedCall).query(async ({ ctx, input }) => {
    const operationId =
      'operationId' in input ? input.operationId : await operationIdOf(ctx.userId, input.idempotencyKey);
    const receipt = await readReceipt(ctx.ledger, ctx.userId, operationId);
    if (receipt) return receipt;
    throw new AppError('not_found', 'There is no such receipt among yours.');
  }),
});
