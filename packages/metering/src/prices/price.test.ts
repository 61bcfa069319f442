import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenCounts } from '../stream/fact.ts';
import { priceCall, type Price, type PriceBand } from './price.ts';

const MILLION = 1_000_000n;

function priceOf(...bands: [PriceBand, ...PriceBand[]]): Price {
  return { model: 'gpt-5-mini', version: '2025-08-07', effectiveAt: 0, bands, source: 'test' };
}

function band(aboveInputTokens: number, [input, cached, output]: [bigint, bigint, bigint]): PriceBand {
  return {
    aboveInputTokens,
    inputNanosPerMillion: input,
    cachedInputNanosPerMillion: cached,
    outputNanosPerMillion: output,
  };
}

function used(inputTokens: number, cachedInputTokens: number, outputTokens: number): TokenCounts {
  return { inputTokens, cachedInputTokens, outputTokens, reasoningTokens: 0 };
}

const ONE_BAND = priceOf(band(0, [250_000_000n, 25_000_000n, 2_000_000_000n]));

describe('priceCall', () => {
  it.each([
    ['nothing', used(0, 0, 0), { tokens: 0, costNanos: 0n }],
    ['input', used(1_000, 0, 0), { tokens: 1_000, costNanos: 250_000n }],
    ['cached input at its own price', used(1_000, 400, 0), { tokens: 1_000, costNanos: 160_000n }],
    ['output', used(0, 0, 1_000), { tokens: 1_000, costNanos: 2_000_000n }],
    ['all three', used(1_000, 400, 500), { tokens: 1_500, costNanos: 1_160_000n }],
  ])('prices %s', (_, counts, expected) => {
    expect(priceCall(ONE_BAND, counts)).toEqual(expected);
  });

  it('counts reasoning as the output that it is part of', () => {
    expect(priceCall(ONE_BAND, { ...used(10, 0, 50), reasoningTokens: 50 })).toEqual(
      priceCall(ONE_BAND, used(10, 0, 50)),
    );
  });

  it('rounds up, once for the whole call', () => {
    const third = priceOf(band(0, [333_333n, 333_333n, 333_333n]));
    expect(priceCall(third, used(1, 0, 0)).costNanos).toBe(1n);
    expect(priceCall(third, used(2, 1, 1)).costNanos).toBe(1n);
    expect(priceCall(third, used(2, 1, 2)).costNanos).toBe(2n);
  });

  it.each([
    [200_000, 1n],
    [200_001, 2n],
    [500_000, 2n],
    [500_001, 3n],
  ])('prices a call of %d input tokens by its band alone', (inputTokens, nanosPerToken) => {
    const price = priceOf(
      band(0, [1n * MILLION, 0n, 0n]),
      band(200_000, [2n * MILLION, 0n, 0n]),
      band(500_000, [3n * MILLION, 0n, 0n]),
    );
    expect(priceCall(price, used(inputTokens, 0, 0)).costNanos).toBe(BigInt(inputTokens) * nanosPerToken);
  });

  it('is the exact rational price rounded up, past what floats can hold', () => {
    const nanos = fc.bigInt({ min: 0n, max: 10n ** 13n });
    const count = fc.integer({ min: 0, max: 2_147_483_647 });
    fc.assert(
      fc.property(fc.tuple(nanos, nanos, nanos), fc.tuple(count, count, count), (prices, counts) => {
        const [input, cached, output] = prices;
        const [fresh, fromCache, answered] = counts;
        const { costNanos } = priceCall(
          priceOf(band(0, prices)),
          used(fresh + fromCache, fromCache, answered),
        );
        const millionths = BigInt(fresh) * input + BigInt(fromCache) * cached + BigInt(answered) * output;
        const excess = costNanos * MILLION - millionths;
        expect(excess >= 0n && excess < MILLION).toBe(true);
      }),
    );
  });

  it('costs no more for less of anything, so that what is held is enough for what is used', () => {
    const ascending = fc
      .tuple(fc.nat(1e9), fc.nat(1e9), fc.nat(1e9), fc.nat(1e9))
      .map(([cached, input, output, dearer]) => {
        const prices = (more: number): [bigint, bigint, bigint] => [
          BigInt(cached + input + more),
          BigInt(cached + more),
          BigInt(output + more),
        ];
        return priceOf(band(0, prices(0)), band(1_000, prices(dearer)));
      });
    const count = fc.nat(3_000);
    fc.assert(
      fc.property(ascending, fc.tuple(count, count), fc.tuple(count, count, count), (price, most, less) => {
        const [inputTokens, outputTokens] = most;
        const fewerInput = Math.min(inputTokens, less[0]);
        const actual = used(fewerInput, Math.min(fewerInput, less[1]), Math.min(outputTokens, less[2]));
        const [held, spent] = [
          priceCall(price, used(inputTokens, 0, outputTokens)),
          priceCall(price, actual),
        ];
        expect(spent.tokens).toBeLessThanOrEqual(held.tokens);
        expect(spent.costNanos).toBeLessThanOrEqual(held.costNanos);
      }),
    );
  });
});
