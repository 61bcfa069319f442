import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { usageRow } from '../../testing/usage-rows.ts';
import { OPENAI_PRICES } from '../prices/openai-prices.ts';
import { priceCall, type Price } from '../prices/price.ts';
import type { UsageRow } from '../usage/count-usage.ts';
import { cheaperModel } from './cheaper-model.ts';

const nano = priceOf('gpt-4.1-nano');
const asked = { operation: 'resume.parse', model: 'gpt-4.1-mini', other: nano };

describe('a cheaper model', () => {
  it('is offered with the calls that it is for, their share, and what they would have cost less', () => {
    const rows = [
      usageRow(),
      usageRow({ model: 'gpt-4.1', calls: 60 }),
      usageRow({ operation: 'resume.summarize' }),
    ];
    expect(cheaperModel(rows, asked)).toEqual({
      calls: 20,
      callsOfOperation: 80,
      chargedNanos: 24_000_000n,
      savedNanos: 24_000_000n - 6_000_000n - 19n,
    });
  });

  it.each<{ name: string; rows: UsageRow[]; other?: Price }>([
    { name: 'there are fewer than 20 calls', rows: [usageRow({ calls: 19 })] },
    { name: 'the calls were not made', rows: [usageRow({ outcome: 'failed', calls: 40 })] },
    { name: 'the calls were made with another model', rows: [usageRow({ model: 'gpt-4.1' })] },
    { name: 'the other is as dear', rows: [usageRow()], other: priceOf('gpt-4.1-mini') },
    { name: 'the tokens by class are not known', rows: [usageRow({ outcome: 'expired', inputTokens: 0 })] },
    { name: 'there are none', rows: [] },
  ])('is not offered where $name', ({ rows, other = nano }) => {
    expect(cheaperModel(rows, { ...asked, other })).toBeNull();
  });

  it('is priced as if every prompt were in its dearest band', () => {
    const [band] = nano.bands;
    const long = { ...band, aboveInputTokens: 10, inputNanosPerMillion: band.inputNanosPerMillion * 2n };
    const found = cheaperModel([usageRow()], { ...asked, other: { ...nano, bands: [band, long] } });
    expect(found?.savedNanos).toBe(24_000_000n - 8_000_000n - 19n);
  });

  it('never says more than each call priced by itself comes to, and at most a nano-dollar a call less', () => {
    const call = fc
      .record({
        inputTokens: fc.nat({ max: 9_000 }),
        cached: fc.nat({ max: 100 }),
        outputTokens: fc.nat({ max: 3_000 }),
      })
      .map(({ inputTokens, cached, outputTokens }) => ({
        inputTokens,
        cachedInputTokens: Math.floor((inputTokens * cached) / 100),
        outputTokens,
        reasoningTokens: 0,
      }));
    fc.assert(
      fc.property(fc.array(call, { minLength: 20, maxLength: 60 }), (calls) => {
        const rows = calls.map((tokens) =>
          usageRow({ ...tokens, calls: 1, ...priceCall(priceOf('gpt-4.1-mini'), tokens) }),
        );
        const found = cheaperModel(rows, asked);
        const charged = rows.reduce((sum, { costNanos }) => sum + costNanos, 0n);
        const exact = charged - calls.reduce((sum, tokens) => sum + priceCall(nano, tokens).costNanos, 0n);
        const said = found?.savedNanos ?? 0n;
        expect(said <= exact && exact - said <= BigInt(calls.length)).toBe(true);
      }),
    );
  });
});

function priceOf(model: string): Price {
  const price = OPENAI_PRICES.find((candidate) => candidate.model === model);
  if (!price) throw new Error(`${model} has no price`);
  return price;
}
