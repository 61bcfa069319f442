import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Chart, Mark } from './chart.ts';
import { scaleOf } from './scale.ts';

function chartOf(amounts: (bigint | null)[][], mark: Mark, limit: bigint | null = null): Chart {
  return {
    unit: 'tokens',
    axis: 'Day',
    series: (amounts[0] ?? []).map((_amount, index) => ({ name: String(index), mark, color: index })),
    points: amounts.map((one, index) => ({
      label: '',
      title: String(index),
      amounts: one,
      total: null,
    })),
    totals: null,
    limit: limit === null ? null : { name: 'Limit', amount: limit },
    marked: null,
  };
}

describe('an axis', () => {
  it.each([
    ['nothing', chartOf([], 'bar'), [0, 100]],
    ['bars on top of each other', chartOf([[40n, 50n]], 'bar'), [0, 50, 100]],
    ['lines beside each other', chartOf([[40n, 50n]], 'line'), [0, 20, 40, 60]],
    ['a limit', chartOf([[1n]], 'line', 1_000n), [0, 500, 1_000]],
    ['what was given back', chartOf([[30n, -20n]], 'bar'), [-20, 0, 20, 40]],
    ['few of something', chartOf([[3n]], 'bar'), [0, 1, 2, 3]],
  ])('for %s has ticks at %2$j', (_what, chart, ticks) => {
    expect(scaleOf(chart).ticks).toEqual(ticks);
  });

  it('holds zero and every amount, with two to six whole ticks', () => {
    const amount = fc.option(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }));
    const amounts = fc.array(fc.array(amount, { minLength: 2, maxLength: 2 }), { maxLength: 5 });
    fc.assert(
      fc.property(amounts, (drawn) => {
        const { from, to, ticks } = scaleOf(chartOf(drawn, 'line'));
        expect([from <= 0, to >= 0, ticks[0], ticks.at(-1)]).toEqual([true, true, from, to]);
        expect(ticks.length).toBeGreaterThan(1);
        expect(ticks.length).toBeLessThan(8);
        expect(ticks.every(Number.isSafeInteger)).toBe(true);
        for (const one of drawn.flat()) {
          expect(one === null || (Number(one) >= from && Number(one) <= to)).toBe(true);
        }
      }),
    );
  });
});
