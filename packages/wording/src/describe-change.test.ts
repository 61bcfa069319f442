import { expect, it } from 'vitest';
import { describeChange } from './describe-change.ts';

it.each([
  [0n, 0n, 'nothing before either'],
  [5n, 5n, 'the same as before'],
  [5n, 0n, 'nothing before'],
  [0n, 5n, 'nothing now'],
  [112n, 100n, '12 % more than before'],
  [88n, 100n, '12 % less than before'],
  [1_004n, 1_000n, 'about the same as before'],
  [1_005n, 1_000n, '1 % more than before'],
  [995n, 1_000n, '1 % less than before'],
  [1_099n, 100n, '999 % more than before'],
  [1_100n, 100n, '11 times as much as before'],
  [1_234_567n, 1n, '1,234,567 times as much as before'],
  [-5n, 100n, 'not to be compared'],
  [5n, -100n, 'not to be compared'],
])('%d after %d is %s', (now, before, text) => {
  expect(describeChange(now, before)).toBe(text);
});
