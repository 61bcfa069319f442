import {
  denialOf,
  describeTerms,
  lowerLimits,
  PLAN_VERSIONS,
  readState,
  restoreLimits,
  setAlerts,
  setLimits,
  setPlan,
  setWarnings,
  WINDOW_LIMIT_NAMES,
} from '@resumint/metering';
import { OPERATION_NAMES } from '@resumint/operations';
import { z } from 'zod';
import { admin, router, signedIn } from '../procedures.ts';
import { personWith } from '../store/accounts.ts';
import { Email } from './inputs.ts';

const MOST = 10n ** 18n - 1n;
const Amount = z.bigint().min(0n).max(MOST);
const AdminAmount = z.union([Amount.nullable(), z.literal('plan')]);
const LimitName = z.enum(WINDOW_LIMIT_NAMES);
const OwnLimitName = z.enum([...WINDOW_LIMIT_NAMES, 'operationsPerDay']);
const OperationName = z.enum(OPERATION_NAMES);
const Percent = z.int().min(1).max(100).optional();

const OwnAmount = z.union([Amount, z.literal('granted')]);

const OwnCaps = z.strictObject({
  tokensPerDay: OwnAmount.exactOptional(),
  costPerDay: OwnAmount.exactOptional(),
  tokensPerMonth: OwnAmount.exactOptional(),
  costPerMonth: OwnAmount.exactOptional(),
  operationsPerDay: z.partialRecord(OperationName, Amount).exactOptional(),
});

export const limitsRouter = router({
  /** Each limit with its value and who set it: the plan, an admin, or the person. */
  get: signedIn.query(async ({ ctx }) => {
    const { state } = await readState(ctx.ledger, ctx.userId);
    return describeTerms(state.terms.inForce);
  }),

  /** Whether a call of this size would be admitted now, and if not why. Spends nothing. */
  check: signedIn
    .input(z.object({ tokens: z.int().min(0), costNanos: Amount, operation: OperationName.optional() }))
    .query(async ({ ctx, input: { operation, ...amount } }) => {
      const { state } = await readState(ctx.ledger, ctx.userId);
      const denial = denialOf(state, { ...amount, ...(operation !== undefined && { operation }) });
      return { isAdmitted: denial === null, denial };
    }),

  /** Lowers the person's own limits, or restores those given as `granted`, all at once. They act on the next call. */
  lower: signedIn.input(OwnCaps).mutation(async ({ ctx, input }) => {
    const { operationsPerDay, ...limits } = input;
    const { userId } = ctx;
    const { terms } = await lowerLimits(ctx.ledger, { userId, actor: userId }, { limits, operationsPerDay });
    return describeTerms(terms.inForce);
  }),

  /** Gives the person what they are granted again, for the limits named or for all. */
  restore: signedIn
    .input(
      z
        .object({
          limits: z
            .array(OwnLimitName)
            .max(5)
            .default([...OwnLimitName.options]),
        })
        .prefault({}),
    )
    .mutation(async ({ ctx, input }) => {
      const { userId } = ctx;
      const { terms } = await restoreLimits(ctx.ledger, { userId, actor: userId }, input.limits);
      return describeTerms(terms.inForce);
    }),

  /** Sets from which percentage on the person is warned, apart for tokens and for cost. */
  warn: signedIn.input(z.object({ tokens: Percent, cost: Percent })).mutation(async ({ ctx, input }) => {
    const { userId } = ctx;
    const { terms } = await setWarnings(ctx.ledger, { userId, actor: userId }, input);
    return describeTerms(terms.inForce);
  }),

  /** Sets at which shares of each limit the person is told, once a window; none to be told of nothing. */
  alertAt: signedIn
    .input(z.object({ percents: z.array(z.int().min(1).max(100)).max(8) }))
    .mutation(async ({ ctx, input }) => {
      const { userId } = ctx;
      const { terms } = await setAlerts(ctx.ledger, { userId, actor: userId }, input.percents);
      return describeTerms(terms.inForce);
    }),

  /** Sets a person's limits in place of their plan's; null is unlimited, `plan` gives the plan's back. */
  setFor: admin
    .input(
      z.object({
        email: Email,
        limits: z.partialRecord(LimitName, AdminAmount).default({}),
        maxInFlight: z.int().min(0).max(32).nullable().optional(),
        operationsPerDay: z.partialRecord(OperationName, AdminAmount).optional(),
        /** Soft limits warn and are recorded, and refuse nothing. */
        enforcement: z.enum(['hard', 'soft']).optional(),
      }),
    )
    .mutation(async ({ ctx, input: { email, ...grant } }) => {
      const userId = await personWith(ctx.db, email);
      const { terms } = await setLimits(ctx.ledger, { userId, actor: ctx.userId }, grant);
      return describeTerms(terms.inForce);
    }),

  /** Moves a person to a plan, from their next call on. Nothing is paid or sold by it. */
  setPlanFor: admin
    .input(z.object({ email: Email, plan: z.enum(PLAN_VERSIONS) }))
    .mutation(async ({ ctx, input: { email, plan } }) => {
      const userId = await personWith(ctx.db, email);
      const { terms } = await setPlan(ctx.ledger, { userId, actor: ctx.userId }, plan);
      return describeTerms(terms.inForce);
    }),
});
