import { AppError } from '@resumint/errors';
import {
  denialOf,
  effectiveLimits,
  lowerLimits,
  maxInFlight,
  readState,
  restoreLimits,
  setLimits,
  WINDOW_LIMIT_NAMES,
} from '@resumint/metering';
import { z } from 'zod';
import { admin, router, signedIn } from '../procedures.ts';
import { findUserId } from '../store/accounts.ts';
import { Email } from './inputs.ts';

const MOST = 10n ** 18n - 1n;
const Amount = z.bigint().min(0n).max(MOST);
const LimitName = z.enum(WINDOW_LIMIT_NAMES);

export const limitsRouter = router({
  /** Each limit with its value and who set it: the plan, an admin, or the person. */
  get: signedIn.query(async ({ ctx }) => {
    const { state } = await readState(ctx.ledger, ctx.userId);
    return describe(state.terms.inForce);
  }),

  /** Whether a call of this size would be admitted now, and if not why. Spends nothing. */
  check: signedIn
    .input(z.object({ tokens: z.int().min(0), costNanos: Amount }))
    .query(async ({ ctx, input }) => {
      const { state } = await readState(ctx.ledger, ctx.userId);
      const denial = denialOf(state, input);
      return { isAdmitted: denial === null, denial };
    }),

  /** Lowers the person's own limits. They act on the next call. */
  lower: signedIn.input(z.partialRecord(LimitName, Amount)).mutation(async ({ ctx, input }) => {
    const { userId } = ctx;
    const { terms } = await lowerLimits(ctx.ledger, { userId, actor: userId }, input);
    return describe(terms.inForce);
  }),

  /** Gives the person what they are granted again, for the limits named or for all. */
  restore: signedIn
    .input(
      z
        .object({
          limits: z
            .array(LimitName)
            .max(4)
            .default([...WINDOW_LIMIT_NAMES]),
        })
        .prefault({}),
    )
    .mutation(async ({ ctx, input }) => {
      const { userId } = ctx;
      const { terms } = await restoreLimits(ctx.ledger, { userId, actor: userId }, input.limits);
      return describe(terms.inForce);
    }),

  /** Sets a person's limits in place of their plan's; null is unlimited, `plan` gives the plan's back. */
  setFor: admin
    .input(
      z.object({
        email: Email,
        limits: z.partialRecord(LimitName, z.union([Amount.nullable(), z.literal('plan')])).default({}),
        maxInFlight: z.int().min(0).max(32).nullable().optional(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const userId = await findUserId(ctx.db, input.email.trim().toLowerCase());
      if (userId === null) throw new AppError('not_found', 'There is no account with this email.');
      const { terms } = await setLimits(ctx.ledger, { userId, actor: ctx.userId }, input);
      return describe(terms.inForce);
    }),
});

function describe(terms: Parameters<typeof effectiveLimits>[0]) {
  return { plan: terms.plan, limits: effectiveLimits(terms), maxInFlight: maxInFlight(terms) };
}
