import { expect, it } from 'vitest';
import { arrivedSince } from './arrived-since.ts';

const one = (minute: number, changes: { isRead?: boolean; limit?: 'costPerDay' } = {}) => ({
  at: new Date(Date.UTC(2026, 2, 17, 8, minute)),
  seq: minute,
  limit: 'tokensPerDay' as const,
  isRead: false,
  ...changes,
});

it('finds what is new and unread', () => {
  expect(arrivedSince([one(1)], [one(3), one(2, { isRead: true }), one(1)])).toEqual([one(3)]);
});

it('tells two limits of one call apart', () => {
  const other = one(1, { limit: 'costPerDay' });
  expect(arrivedSince([one(1)], [one(1), other])).toEqual([other]);
});

it('takes nothing old for new that moved into the page', () => {
  expect(arrivedSince([one(5), one(4)], [one(5), one(4), one(3)])).toEqual([]);
});

it('finds the first one of all', () => {
  expect(arrivedSince([], [one(1)])).toEqual([one(1)]);
});
