import { describe, expect, it } from 'vitest';
import {
  dayIn,
  formatDay,
  formatDays,
  formatHour,
  formatHours,
  formatMonth,
  formatShortDay,
} from './format-day.ts';

describe('a date of the calendar', () => {
  it('is the same day in every zone', () => {
    expect([formatDay('2026-03-01'), formatShortDay('2026-03-01')]).toEqual(['1 Mar 2026', '1 Mar']);
  });

  it.each([
    ['2026-03-01', 'Mar 2026'],
    ['2026-03-15', 'from 15 Mar 2026'],
  ])('begins a month: %s is %s', (date, text) => {
    expect(formatMonth(date)).toBe(text);
  });

  it.each([
    ['2026-03-17', '2026-03-17', '17 Mar 2026'],
    ['2026-03-01', '2026-03-17', '1 Mar to 17 Mar 2026'],
    ['2025-12-31', '2026-03-17', '31 Dec 2025 to 17 Mar 2026'],
  ])('%s to %s is %s', (from, until, text) => {
    expect(formatDays(from, until)).toBe(text);
  });

  it.each([
    ['Asia/Tokyo', '2026-03-18'],
    ['America/New_York', '2026-03-17'],
  ])('is read off the calendar of %s', (zone, date) => {
    expect(dayIn(zone, new Date('2026-03-17T23:30:00Z'))).toBe(date);
  });
});

it('the last hour of a day ends at midnight', () => {
  expect([formatHour(9), formatHours(23)]).toEqual(['09:00', '23:00 to 00:00']);
});
