import { AppError } from '@resumint/errors';
import { readHistory, readState } from '@resumint/metering';
import { canReuse, OPERATION_NAMES, TIERS } from '@resumint/operations';
import { z } from 'zod';
import { describeChoice } from '../calls/describe-choice.ts';
import type { Context } from '../context.ts';
import { router, signedIn } from '../procedures.ts';
import { changeChoice, readChoices } from '../store/choices.ts';

const MOST_OUTPUT_TOKENS = 1_000_000;

export const choicesRouter = router({
  /** Each operation with its tiers, what they cost, and which of them the person's calls are made with. */
  list: signedIn.query(({ ctx }) => describeChoices(ctx)),

  /**
   * Chooses for an operation: a tier and a cap, which act on calls that name neither, and null is what is usual; and
   * whether a repeated input is answered from an earlier call of the last day. What is left out stays.
   */
  set: signedIn
    .input(
      z.object({
        operation: z.enum(OPERATION_NAMES),
        tier: z.enum(TIERS).nullable().optional(),
        maxOutputTokens: z.int().min(1).max(MOST_OUTPUT_TOKENS).nullable().optional(),
        reusesAnswers: z.boolean().optional(),
      }),
    )
    .mutation(async ({ ctx, input: { operation, tier, maxOutputTokens, reusesAnswers } }) => {
      if (reusesAnswers && !canReuse(operation)) {
        throw new AppError('bad_input', `Who asks again for ${operation} is to get another answer.`);
      }
      await changeChoice(ctx.db, { userId: ctx.userId, operation }, (choice) => ({
        ...choice,
        ...(tier !== undefined && { tier, isTierSuggested: false, tierBefore: null }),
        ...(maxOutputTokens !== undefined && {
          maxOutputTokens,
          isCapSuggested: false,
          maxOutputTokensBefore: null,
        }),
        ...(reusesAnswers !== undefined && { reusesAnswers, isReuseSuggested: false }),
      }));
      return describeChoices(ctx);
    }),
});

async function describeChoices({
  db,
  ledger,
  prices,
  userId,
}: Pick<Context, 'db' | 'ledger' | 'prices'> & { userId: string }) {
  const [{ now }, choiceOf, list, histories] = await Promise.all([
    readState(ledger, userId),
    readChoices(db, userId),
    prices.load(),
    Promise.all(OPERATION_NAMES.map((operation) => readHistory(ledger, userId, { operation }))),
  ]);
  return OPERATION_NAMES.map((operation, index) =>
    describeChoice(operation, choiceOf(operation), { history: histories[index] ?? null, prices: list, now }),
  );
}
