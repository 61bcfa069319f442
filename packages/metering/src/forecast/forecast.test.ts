import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryDays, historyOfDays, type DaysOfSomebody } from '../../testing/arbitrary-days.ts';
import { forecast, type Forecast, type LimitForecast } from './forecast.ts';

const NOON = Date.parse('2026-03-17T12:00:00Z');

function forecastFor(changes: Partial<DaysOfSomebody> = {}): Forecast {
  const { summary, ...rest } = historyOfDays({
    zone: 'UTC',
    at: NOON,
    anchorDay: 1,
    used: [],
    today: { used: 0, held: 0 },
    limit: null,
    ...changes,
  });
  return forecast(summary, rest);
}

function madeFor(changes: Partial<DaysOfSomebody>): Extract<Forecast, { kind: 'forecast' }> {
  const made = forecastFor(changes);
  if (made.kind !== 'forecast') throw new Error('there was too little to go by');
  return made;
}

const repeat = (tokens: number, days: number) => Array.from({ length: days }, () => tokens);
/** Work on five days, the last of which was the day before this Tuesday. */
const workdays = (tokens: number, days: number) =>
  Array.from({ length: days }, (_, ago) =>
    new Date(NOON - (ago + 1) * 86_400_000).getUTCDay() % 6 ? tokens : 0,
  );

describe('a flat history', () => {
  it('is forecast flat, with no band, and its limits are reached to the minute', () => {
    const { day, month, basis } = madeFor({
      used: repeat(2_400, 60),
      today: { used: 1_200, held: 0 },
      limit: 2_000n,
    });
    expect(basis).toMatchObject({ method: 'byWeekday', days: 56, daysWithUse: 56 });
    expect(day.tokens).toEqual({
      used: 1_200n,
      held: 0n,
      soFar: 1_200n,
      limit: 2_000n,
      low: 2_400n,
      expected: 2_400n,
      high: 2_400n,
      reachedAt: new Date('2026-03-17T20:00:00Z'),
      earliestAt: new Date('2026-03-17T20:00:00Z'),
    });
    expect(month.tokens).toMatchObject({ low: 74_400n, expected: 74_400n, high: 74_400n });
    expect(month.tokens.reachedAt).toEqual(new Date(NOON));
    expect(month.cost.expected).toBe(74_400n * 1_600n);
  });

  it('reaches a month’s limit on the day that it adds up to it', () => {
    const { month } = madeFor({ used: repeat(2_400, 60), today: { used: 1_200, held: 0 }, limit: 50_400n });
    expect(month.tokens.reachedAt).toEqual(new Date('2026-03-22T00:00:00Z'));
    expect(madeFor({ used: repeat(1, 60), limit: 1_000n }).month.tokens.reachedAt).toBeNull();
  });

  it('was right about the months before', () => {
    const { pastError } = madeFor({ used: repeat(2_400, 120) });
    expect(pastError.tokens?.withinPercent).toBe(0);
    expect(pastError.tokens?.months).toMatchObject([
      { startsAt: new Date('2026-02-01'), expected: 67_200n, actual: 67_200n, percentOff: 0 },
      { startsAt: new Date('2026-01-01'), actual: 74_400n },
      { startsAt: new Date('2025-12-01'), actual: 2_400n * 31n },
    ]);
  });
});

describe('a history of workdays', () => {
  it('goes by weekdays from four weeks on, so that a weekend adds nothing', () => {
    const { path, basis } = madeFor({ used: workdays(1_000, 56), today: { used: 500, held: 0 } });
    expect(basis.method).toBe('byWeekday');
    const totals = path.slice(0, 7).map(({ tokens }) => tokens.expected);
    const before = totals[0] ?? 0n;
    expect(totals.map((total) => total - before)).toEqual([
      0n,
      1_000n,
      2_000n,
      3_000n,
      3_000n,
      3_000n,
      4_000n,
    ]);
  });

  it('goes by all days alike before that', () => {
    const { path, basis } = madeFor({ used: workdays(1_000, 27), today: { used: 500, held: 0 } });
    expect(basis).toMatchObject({ method: 'byDay', days: 27 });
    const steps = path
      .slice(1)
      .map(({ tokens }, index) => tokens.expected - (path[index]?.tokens.expected ?? 0n));
    expect(new Set(steps.map((step) => Number(step) > 650 && Number(step) < 800))).toEqual(new Set([true]));
  });
});

describe('too little to go by', () => {
  it.each([
    { used: [], daysWithUse: 0 },
    { used: [500], daysWithUse: 1 },
    { used: [500, 0, 0, 700], daysWithUse: 2 },
    { used: [...repeat(0, 56), ...repeat(500, 60)], daysWithUse: 0 },
  ])('is said, and nothing is made up: $daysWithUse days with use', ({ used, daysWithUse }) => {
    const made = forecastFor({ used, today: { used: 900, held: 100 } });
    expect(made).toEqual({ kind: 'tooLittle', at: new Date(NOON), zone: 'UTC', daysWithUse, daysNeeded: 3 });
  });

  it('says nothing of months that were forecast by too little either', () => {
    expect(madeFor({ used: repeat(1_000, 20) }).pastError.tokens).toBeNull();
    const { pastError } = madeFor({ used: repeat(1_000, 40) });
    expect(pastError.tokens?.months.map(({ startsAt }) => startsAt)).toEqual([new Date('2026-02-01')]);
  });
});

it.each([
  { name: '23 hours', at: '2026-03-29T11:30:00Z', left: 10.5 / 23 },
  { name: '25 hours', at: '2026-10-25T12:30:00Z', left: 10.5 / 25 },
])('a day of $name is forecast by what is left of it', ({ at, left }) => {
  const { day } = madeFor({ zone: 'Europe/Berlin', at: Date.parse(at), used: repeat(2_300, 60) });
  expect(day.tokens.expected).toBe(BigInt(Math.round(2_300 * left)));
});

it('one who used twice as much in the second half of each month is told how far off that was', () => {
  const used = Array.from({ length: 120 }, (_, ago) =>
    new Date(NOON - (ago + 1) * 86_400_000).getUTCDate() > 15 ? 2_000 : 1_000,
  );
  const { pastError } = madeFor({ used });
  expect(pastError.tokens?.withinPercent).toBeGreaterThan(5);
  expect(pastError.tokens?.months[0]?.percentOff).toBeLessThan(0);
});

describe('any history, in any zone', () => {
  const expectOf = (
    { soFar, low, expected, high, limit, reachedAt, earliestAt }: LimitForecast,
    endsAt: Date,
  ) => {
    expect(soFar <= low && low <= expected && expected <= high).toBe(true);
    if (limit === null) expect([reachedAt, earliestAt]).toEqual([null, null]);
    else expect([reachedAt !== null, earliestAt !== null]).toEqual([expected >= limit, high >= limit]);
    if (reachedAt) expect(reachedAt <= endsAt && earliestAt !== null && earliestAt <= reachedAt).toBe(true);
  };

  it('has a band around what is expected, never below what is spent and held, and reached in its window', () => {
    fc.assert(
      fc.property(arbitraryDays, (history) => {
        const made = forecastFor(history);
        if (made.kind === 'tooLittle') return;
        for (const window of [made.day, made.month]) {
          expectOf(window.tokens, window.endsAt);
          expectOf(window.cost, window.endsAt);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has a path that never falls, in time nor amount, from now to the end of the month', () => {
    fc.assert(
      fc.property(arbitraryDays, (history) => {
        const made = forecastFor(history);
        if (made.kind === 'tooLittle') return;
        const { at, month, path } = made;
        let before = { at, tokens: { low: month.tokens.soFar, expected: 0n, high: 0n } };
        for (const point of path) {
          expect(point.at >= before.at).toBe(true);
          for (const bound of ['low', 'expected', 'high'] as const) {
            expect(point.tokens[bound] >= before.tokens[bound]).toBe(true);
          }
          before = point;
        }
        expect(before.at).toEqual(month.endsAt);
        expect(before.tokens).toEqual(amountsOf(month.tokens));
      }),
      { numRuns: 100 },
    );
  });

  it('with more use on every day is expected to come to no less', () => {
    fc.assert(
      fc.property(arbitraryDays, fc.nat({ max: 10_000 }), (history, more) => {
        const made = forecastFor(history);
        const used = history.used.map((tokens) => (tokens > 0 ? tokens + more : 0));
        const larger = forecastFor({ ...history, used });
        if (made.kind === 'tooLittle' || larger.kind === 'tooLittle') return;
        expect(larger.month.tokens.expected >= made.month.tokens.expected).toBe(true);
        expect(larger.day.tokens.expected >= made.day.tokens.expected).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

function amountsOf({ low, expected, high }: LimitForecast) {
  return { low, expected, high };
}
