import { expect, it } from 'vitest';
import { clockChanges } from './clock-changes.ts';

const year = { since: Date.parse('2026-01-01T05:07:00Z'), until: Date.parse('2027-01-01T05:07:00Z') };

it.each([
  { zone: 'UTC', changes: [] },
  { zone: 'Asia/Kathmandu', changes: [] },
  { zone: 'Europe/Berlin', changes: ['2026-03-29T01:00:00.000Z', '2026-10-25T01:00:00.000Z'] },
  { zone: 'America/New_York', changes: ['2026-03-08T07:00:00.000Z', '2026-11-01T06:00:00.000Z'] },
  // By half an hour.
  { zone: 'Australia/Lord_Howe', changes: ['2026-04-04T15:00:00.000Z', '2026-10-03T15:30:00.000Z'] },
])('the clocks of $zone change at $changes', ({ zone, changes }) => {
  expect(clockChanges(zone, year).map((at) => new Date(at).toISOString())).toEqual(changes);
});

it('a change at the last instant is within, and one at the first is not', () => {
  const at = Date.parse('2026-03-29T01:00:00Z');
  expect(clockChanges('Europe/Berlin', { since: at - 1, until: at })).toEqual([at]);
  expect(clockChanges('Europe/Berlin', { since: at, until: at + 1 })).toEqual([]);
});
