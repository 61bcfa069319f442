import { formatMoney } from '@resumint/wording';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDollars } from './parse-dollars.ts';

describe('parseDollars', () => {
  it.each([
    ['0', 0n],
    ['0.01', 10_000_000n],
    [' $ 1,5 ', 1_500_000_000n],
    ['12', 12_000_000_000n],
    ['0.000000001', 1n],
  ])('reads %j as %d nano-dollars', (text, nanos) => expect(parseDollars(text)).toBe(nanos));

  it.each(['', '.', '.5', '1.', '-1', '1e3', '1,000.50', '0.0000000001', '123456789', 'five'])(
    'reads %j as no amount',
    (text) => expect(parseDollars(text)).toBeNull(),
  );

  it('reads every amount as it is shown, up to a thousand dollars', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 999_999_999_999n }), (nanos) => {
        expect(parseDollars(formatMoney(nanos))).toBe(nanos);
      }),
    );
  });
});
