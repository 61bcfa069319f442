import { expect, it } from 'vitest';
import { formatPrice } from './format-price.ts';

it.each([
  [0n, '$0.00', '$0.00'],
  [7n, '$0.000000007', '$0.000000007'],
  [2_889_600n, '$0.0029', '$0.0028'],
  [5_118_000n, '$0.0052', '$0.0051'],
  [9_999_999n, '$0.01', '$0.0099'],
  [10_000_000n, '$0.01', '$0.01'],
  [10_000_001n, '$0.02', '$0.01'],
  [1_230_000_001n, '$1.24', '$1.23'],
])('tags %s nano-dollars with %s, and with %s where it is rounded down', (nanos, up, down) => {
  expect([formatPrice(nanos), formatPrice(nanos, 'down')]).toEqual([up, down]);
});
