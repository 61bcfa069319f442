import { describe, expect, it } from 'vitest';
import { addDays, daysInMonth, isTimeZone } from './local-date.ts';

describe('isTimeZone', () => {
  it.each([
    'UTC',
    'Europe/Berlin',
    'Asia/Kolkata',
    'Asia/Calcutta',
    'America/Argentina/Buenos_Aires',
    'Etc/GMT+12',
  ])('knows %s', (zone) => {
    expect(isTimeZone(zone)).toBe(true);
  });

  it.each([
    '',
    ' ',
    'Mars/Olympus',
    'Europe/Berlin ',
    'Europe',
    '../etc/passwd',
    '+05:30',
    '-23:59',
    '+2359',
  ])('refuses %j, which names no zone', (zone) => {
    expect(isTimeZone(zone)).toBe(false);
  });
});

describe('addDays', () => {
  it.each([
    [{ year: 2026, month: 12, day: 31 }, 1, { year: 2027, month: 1, day: 1 }],
    [{ year: 2028, month: 2, day: 28 }, 1, { year: 2028, month: 2, day: 29 }],
    [{ year: 2027, month: 2, day: 28 }, 1, { year: 2027, month: 3, day: 1 }],
    [{ year: 2026, month: 3, day: 1 }, -1, { year: 2026, month: 2, day: 28 }],
  ])('%o and %d days is %o', (date, days, expected) => {
    expect(addDays(date, days)).toEqual(expected);
  });
});

describe('daysInMonth', () => {
  it('knows leap years', () => {
    expect([2024, 2026, 2028, 2100, 2000].map((year) => daysInMonth(year, 2))).toEqual([29, 28, 29, 28, 29]);
  });
});
