import { expect, it } from 'vitest';
import { formatAbout } from './format-about.ts';

it.each([
  { amount: 0n, unit: 'tokens', up: '0', down: '0' },
  { amount: 999n, unit: 'tokens', up: '999', down: '999' },
  { amount: 12_345n, unit: 'tokens', up: '12,400', down: '12,300' },
  { amount: 74_400n, unit: 'tokens', up: '74,400', down: '74,400' },
  { amount: 1_234_567n, unit: 'tokens', up: '1,240,000', down: '1,230,000' },
  { amount: 6_987_654n, unit: 'nanos', up: '$0.007', down: '$0.0069' },
  { amount: 1_234_567_890n, unit: 'nanos', up: '$1.24', down: '$1.23' },
] as const)(
  'says $amount $unit as $up, and as $down where it is rounded down',
  ({ amount, unit, up, down }) => {
    expect([formatAbout(amount, unit), formatAbout(amount, unit, 'down')]).toEqual([up, down]);
  },
);
