import { describe, expect, it } from 'vitest';
import { formatMoney } from './format-money.ts';

describe('formatMoney', () => {
  it.each([
    [0n, '$0.00'],
    [1n, '$0.000000001'],
    [4_200_000n, '$0.0042'],
    [100_000_000n, '$0.10'],
    [123_456_789n, '$0.123456789'],
    [5_000_000_000n, '$5.00'],
    [50_010_000_000n, '$50.01'],
    [1_234_567_500_000_000n, '$1,234,567.50'],
    [999_999_999_999_999_999n, '$999,999,999.999999999'],
    [-100_000_000n, '-$0.10'],
  ])('shows %s nano-dollars as %s, without loss', (nanos, text) => {
    expect(formatMoney(nanos)).toBe(text);
  });
});

describe('formatMoney with rounding', () => {
  it.each([
    [49_959_872_000n, '$49.9599', '$49.9598'],
    [1_000_000_001n, '$1.0001', '$1.00'],
    [5_000_000_000n, '$5.00', '$5.00'],
    [999_999_999n, '$0.999999999', '$0.999999999'],
    [-1_000_000_001n, '-$1.00', '-$1.0001'],
  ])('shows %s as %s of what is used and as %s of what is left', (nanos, up, down) => {
    expect([formatMoney(nanos, 'up'), formatMoney(nanos, 'down')]).toEqual([up, down]);
  });
});
