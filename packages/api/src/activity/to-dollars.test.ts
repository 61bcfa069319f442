import { expect, it } from 'vitest';
import { toDollars } from './to-dollars.ts';

it.each([
  [0n, '0'],
  [1n, '0.000000001'],
  [-4_200_000n, '-0.0042'],
  [5_000_000_000n, '5'],
  [1_234_500_000_000n, '1234.5'],
  [99_999_999_999_999_999n, '99999999.999999999'],
])('%s nano-dollars are %s dollars', (nanos, dollars) => {
  expect(toDollars(nanos)).toBe(dollars);
});
