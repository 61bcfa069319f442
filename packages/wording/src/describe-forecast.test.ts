import { describe, expect, it } from 'vitest';
import {
  describeBasis,
  describeForecast,
  describePastError,
  describeReached,
  describeTooLittle,
} from './describe-forecast.ts';

const forecast = {
  low: 61_000n,
  expected: 74_400n,
  high: 88_100n,
  limit: 80_000n,
  reachedAt: null,
  earliestAt: null,
};
const at = new Date('2026-03-28T17:00:00Z');

describe('a forecast', () => {
  it.each([
    { changes: {}, end: ', within the limit' },
    { changes: { limit: null }, end: '' },
    { changes: { earliestAt: at }, end: ', at the limit 28 Mar 2026, 18:00 Europe/Berlin at the earliest' },
    { changes: { earliestAt: at, reachedAt: at }, end: ', at the limit 28 Mar 2026, 18:00 Europe/Berlin' },
  ])('says where it comes to$end', ({ changes, end }) => {
    expect(describeForecast({ ...forecast, ...changes }, 'tokens', 'Europe/Berlin')).toBe(
      `about 74,400 tokens (61,000 to 88,100)${end}`,
    );
  });

  it('of money is in dollars', () => {
    const cost = { ...forecast, low: 10_000_000n, expected: 20_000_000n, high: 30_000_000n, limit: null };
    expect(describeForecast(cost, 'nanos', 'UTC')).toBe('about $0.02 ($0.01 to $0.03)');
  });

  it.each([
    { changes: {}, said: 'not by the end' },
    { changes: { limit: null }, said: 'no limit' },
    { changes: { earliestAt: at }, said: '28 Mar 2026, 18:00 at the earliest' },
    { changes: { earliestAt: at, reachedAt: at }, said: '28 Mar 2026, 18:00' },
    { changes: { soFar: 80_000n, earliestAt: at, reachedAt: at }, said: 'now' },
  ])('says when it comes to the limit: $said', ({ changes, said }) => {
    expect(describeReached({ soFar: 1n, ...forecast, ...changes }, 'Europe/Berlin')).toBe(said);
  });

  it('says what it goes by and how right it was', () => {
    expect(describeBasis({ method: 'byWeekday', days: 56, bandPercent: 80 })).toBe(
      'By your last 56 days, each weekday by its own like. In 80 of 100 cases it ends within the band.',
    );
    expect(describePastError({ withinPercent: 8, months: [1, 2, 3] })).toMatch(
      /^Within 8 % for your last 3 months/,
    );
    expect(describePastError({ withinPercent: 8, months: [1] })).toMatch(/^Within 8 % for your last month/);
    expect(describePastError(null)).toMatch(/^No month has ended yet/);
    expect(describeTooLittle({ daysWithUse: 1, daysNeeded: 3 })).toMatch(/needs 3 days .* there was 1\.$/);
  });
});
