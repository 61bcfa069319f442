import { describe, expect, it } from 'vitest';
import { OPENAI_PRICES } from './openai-prices.ts';
import { priceCall } from './price.ts';

describe('OPENAI_PRICES', () => {
  it.each(OPENAI_PRICES.map((price) => [price.model, price] as const))(
    'asks something for %s, less for what is cached and more for output, from a day in the past on',
    (_, { bands, effectiveAt, version }) => {
      expect(bands[0].aboveInputTokens).toBe(0);
      for (const { inputNanosPerMillion, cachedInputNanosPerMillion, outputNanosPerMillion } of bands) {
        expect(cachedInputNanosPerMillion).toBeGreaterThan(0n);
        expect(cachedInputNanosPerMillion).toBeLessThanOrEqual(inputNanosPerMillion);
        expect(inputNanosPerMillion).toBeLessThanOrEqual(outputNanosPerMillion);
      }
      expect(new Date(effectiveAt).toISOString()).toBe(`${version}T00:00:00.000Z`);
    },
  );

  it('has one price for each model and version', () => {
    const names = OPENAI_PRICES.map(({ model, version }) => `${model}@${version}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it('is in dollars a million tokens', () => {
    const million = {
      inputTokens: 1_000_000,
      cachedInputTokens: 0,
      outputTokens: 1_000_000,
      reasoningTokens: 0,
    };
    const costOf = (model: string) =>
      OPENAI_PRICES.filter((price) => price.model === model).map(
        (price) => priceCall(price, million).costNanos,
      );
    expect(costOf('gpt-5')).toEqual([11_250_000_000n]);
    expect(costOf('gpt-5-nano')).toEqual([450_000_000n]);
  });
});
