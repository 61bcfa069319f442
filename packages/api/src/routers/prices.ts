import { addPrice, readPrices } from '@resumint/metering';
import { z } from 'zod';
import { admin, router, signedIn } from '../procedures.ts';

const MOST_NANOS = 10n ** 15n;
const MOST_INPUT_TOKENS = 100_000_000;
const Nanos = z.bigint().min(0n).max(MOST_NANOS);

const Band = z.object({
  aboveInputTokens: z.int().min(0).max(MOST_INPUT_TOKENS),
  inputNanosPerMillion: Nanos,
  cachedInputNanosPerMillion: Nanos,
  outputNanosPerMillion: Nanos,
});

/** Nano-dollars a million tokens, by length of the prompt. */
const Bands = z.tuple([Band], Band).refine((bands) => bands.length <= 8, 'are more than 8 bands');

export const pricesRouter = router({
  /** What models cost, cost before, and will cost. */
  list: signedIn.query(async ({ ctx }) => {
    const prices = await readPrices(ctx.db);
    return prices.map((price) => ({ ...price, effectiveAt: new Date(price.effectiveAt) }));
  }),

  /** Adds a version from a time on, now or later. No price that is there is changed. */
  add: admin
    .input(
      z.object({
        model: z.string().regex(/^[a-z0-9][a-z0-9.:_-]{0,47}$/i, 'is no name of a model'),
        version: z
          .string()
          .regex(/^[a-z0-9][a-z0-9.@_-]{0,15}$/i, 'is no version of up to 16 letters and digits')
          .optional(),
        effectiveAt: z.date().max(new Date('2100-01-01')).optional(),
        bands: Bands,
        source: z.string().trim().min(1).max(255),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const price = await addPrice(ctx.ledger, input);
      return { ...price, effectiveAt: new Date(price.effectiveAt) };
    }),
});
