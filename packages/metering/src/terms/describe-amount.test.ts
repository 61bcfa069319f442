import { expect, it } from 'vitest';
import { describeAmount } from './describe-amount.ts';

it.each([
  ['tokensPerDay', 10_000n, '10,000 tokens'],
  ['tokensPerMonth', 0n, '0 tokens'],
  ['costPerDay', 5_000_000_000n, '$5.00'],
  ['costPerDay', 0n, '$0.00'],
  ['costPerMonth', 4_200_000n, '$0.0042'],
  ['costPerMonth', 1_234_500_000_001n, '$1,234.500000001'],
] as const)('names %s of %d as it is: %s', (limit, amount, text) => {
  expect(describeAmount(limit, amount)).toBe(text);
});
