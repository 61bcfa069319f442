import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recentCall } from '../../testing/usage-rows.ts';
import { OPENAI_PRICES } from '../prices/openai-prices.ts';
import type { PriceList } from '../prices/price-book.ts';
import { shorterOutput } from './shorter-output.ts';

const prices: PriceList = { priceOf: find, priceOfVersion: find };
const asked = { smallestCap: 80, prices };
const calls = (outputs: number[]) => outputs.map((outputTokens) => recentCall({ outputTokens }));
const times = (count: number, output: number) => Array.from({ length: count }, () => output);

describe('a smaller cap', () => {
  it('is offered just above the answers, with what would not have been held', () => {
    expect(shorterOutput(calls(times(20, 100)), asked)).toEqual({
      maxOutputTokens: 110,
      calls: 20,
      callsOfOperation: 20,
      callsCut: 0,
      freedTokens: 20 * 190,
      freedNanos: 20n * 190n * 1_600n,
    });
  });

  it('tells which answers it would have cut', () => {
    expect(shorterOutput(calls([...times(199, 100), 280]), asked)).toMatchObject({
      maxOutputTokens: 110,
      calls: 200,
      callsCut: 1,
    });
  });

  it('is no smaller than suits any call', () => {
    expect(shorterOutput(calls(times(20, 12)), asked)?.maxOutputTokens).toBe(80);
  });

  it.each([
    { name: 'there are fewer than 20 calls', made: calls(times(19, 100)) },
    { name: 'the answers take nearly all of it', made: calls(times(20, 255)) },
    {
      name: 'fewer than 20 calls hold more',
      made: [...calls(times(19, 100)), recentCall({ heldOutputTokens: 110 })],
    },
    { name: 'there are none', made: [] },
  ])('is not offered where $name', ({ made }) => {
    expect(shorterOutput(made, asked)).toBeNull();
  });

  it('frees no more than was held, and cuts at most one answer in a hundred', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 20, maxLength: 300 }),
        (outputs) => {
          const found = shorterOutput(calls(outputs), asked);
          if (!found) return;
          expect(found.freedTokens).toBeLessThan(outputs.length * 300);
          expect(found.callsCut).toBeLessThanOrEqual(outputs.length / 100);
          expect(found.maxOutputTokens).toBeLessThan(300);
        },
      ),
    );
  });
});

function find(model: string) {
  const price = OPENAI_PRICES.find((candidate) => candidate.model === model);
  if (!price) throw new Error(`${model} has no price`);
  return price;
}
