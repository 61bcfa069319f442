import { describe, expect, it } from 'vitest';
import { capText, parseCap } from './parse-cap.ts';

describe('a typed limit', () => {
  it.each([
    { text: '5000', unit: 'tokens', amount: 5_000n },
    { text: ' 5,000 ', unit: 'tokens', amount: 5_000n },
    { text: '0', unit: 'tokens', amount: 0n },
    { text: '2.50', unit: 'nanos', amount: 2_500_000_000n },
    { text: '$3', unit: 'nanos', amount: 3_000_000_000n },
    { text: '0.000000001', unit: 'nanos', amount: 1n },
    { text: '99999999.999999999', unit: 'nanos', amount: 99_999_999_999_999_999n },
  ] as const)('$text is exactly $amount $unit', ({ text, unit, amount }) => {
    expect(parseCap(text, unit)).toEqual({ kind: 'amount', amount });
  });

  it.each(['', '   '])('of nothing is what is granted', (text) => {
    expect(parseCap(text, 'tokens')).toEqual({ kind: 'granted' });
  });

  it.each([
    { text: '-1', unit: 'tokens', why: /below zero/ },
    { text: '−2.50', unit: 'nanos', why: /below zero/ },
    { text: '5.5', unit: 'tokens', why: /whole number of tokens/ },
    { text: '5,00', unit: 'tokens', why: /whole number/ },
    { text: '1e3', unit: 'tokens', why: /whole number/ },
    { text: '9999999999999999', unit: 'tokens', why: /whole number/ },
    { text: '1.0000000001', unit: 'nanos', why: /nine decimals/ },
    { text: 'lots', unit: 'nanos', why: /dollars/ },
  ] as const)('$text is refused: $why', ({ text, unit, why }) => {
    expect(parseCap(text, unit)).toEqual({ kind: 'wrong', why: expect.stringMatching(why) });
  });
});

it.each([
  { amount: 10_000n, unit: 'tokens', text: '10000' },
  { amount: 5_000_000_000n, unit: 'nanos', text: '5.00' },
  { amount: 1n, unit: 'nanos', text: '0.000000001' },
  { amount: 0n, unit: 'nanos', text: '0.00' },
] as const)('an amount is typed again as $text, and is the same', ({ amount, unit, text }) => {
  expect(capText(amount, unit)).toBe(text);
  expect(parseCap(text, unit)).toEqual({ kind: 'amount', amount });
});

it('unlimited is typed as nothing', () => {
  expect(capText(null, 'tokens')).toBe('');
});
