import { expect, it } from 'vitest';
import { parseShare, sharesToOffer } from './shares.ts';

it('offers the usual shares and the person’s own, each once, ascending', () => {
  expect(sharesToOffer([70, 80, 20])).toEqual([20, 50, 70, 80, 95, 100]);
});

it.each(['0', '101', '-5', '8.5', '1e1', '', ' ', '%'])('takes %j for no share', (typed) => {
  expect(parseShare(typed)).toBeNull();
});

it.each([
  ['1', 1],
  ['80', 80],
  [' 100 ', 100],
  ['70 %', 70],
])('takes %j for %d', (typed, share) => {
  expect(parseShare(typed)).toBe(share);
});
