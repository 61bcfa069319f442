import { expect, it } from 'vitest';
import { describeEarlier } from './describe-earlier.ts';

const zone = 'Europe/Berlin';
const now = new Date('2026-03-17T09:41:00Z');

it.each([
  { at: '2026-03-17T08:41:00Z', said: '09:41' },
  { at: '2026-03-16T23:05:00Z', said: '00:05' },
  { at: '2026-03-16T22:55:00Z', said: '16 Mar 2026, 23:55' },
])('calls $at $said', ({ at, said }) => {
  expect(describeEarlier(new Date(at), { now, zone })).toBe(said);
});
