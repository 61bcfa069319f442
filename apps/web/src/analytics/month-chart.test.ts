import { describe, expect, it } from 'vitest';
import type { Analytics, Forecast } from './answers.ts';
import { monthChart } from './month-chart.ts';

const counted = (costNanos: bigint) => ({ calls: 1, notMade: 0, tokens: 1, costNanos });
const compared: Analytics['compared'] = [
  { from: '2026-03-01', sum: counted(5n), previousFrom: null, previousSum: null },
  { from: '2026-03-02', sum: counted(7n), previousFrom: '2026-02-02', previousSum: counted(9n) },
  { from: null, sum: null, previousFrom: '2026-02-03', previousSum: counted(9n) },
];
const limited = {
  used: 5n,
  held: 2n,
  soFar: 7n,
  limit: 50n,
  low: 8n,
  expected: 9n,
  high: 20n,
  reachedAt: null,
  earliestAt: null,
};
const window = { startsAt: new Date(0), endsAt: new Date(0), tokens: limited, cost: limited };
const expected = (middle: bigint) => ({ low: middle - 1n, expected: middle, high: middle + 10n });
const at = new Date('2026-03-02T12:00:00Z');

const made: Forecast = {
  kind: 'forecast',
  at,
  zone: 'Europe/Berlin',
  basis: { method: 'byDay', days: 20, daysWithUse: 20, bandPercent: 80 },
  day: window,
  month: window,
  binding: null,
  path: [
    { at: new Date('2026-03-02T23:00:00Z'), tokens: expected(8n), cost: expected(80n) },
    { at: new Date('2026-03-03T23:00:00Z'), tokens: expected(9n), cost: expected(90n) },
  ],
  pastError: { tokens: null, cost: null },
};

describe('the running month against its limit', () => {
  const zone = 'Europe/Berlin';

  it('goes on from what was used on the day that runs, day by day', () => {
    const { points, limit } = monthChart({ compared, zone }, { forecast: made, limit: 50n, unit: 'cost' });
    expect(points.map(({ title, amounts }) => [title, ...amounts])).toEqual([
      ['1 Mar 2026', 5n, null, null, null],
      ['2 Mar 2026', 7n, 80n, 79n, 90n],
      ['3 Mar 2026', null, 90n, 89n, 100n],
    ]);
    expect(limit).toEqual({ name: 'Limit of cost per month', amount: 50n });
  });

  it.each([
    [null, null, null],
    [
      new Date('2026-03-03T10:00:00Z'),
      new Date('2026-03-02T23:30:00Z'),
      'At the limit 3 Mar 2026, 11:00 Europe/Berlin',
    ],
    [null, new Date('2026-03-02T23:30:00Z'), 'At the limit 3 Mar 2026, 00:30 Europe/Berlin at the earliest'],
  ])('marks the day on which it is reached: %s, at the earliest %s', (reachedAt, earliestAt, name) => {
    const cost = { ...limited, reachedAt, earliestAt };
    const forecast = { ...made, month: { ...window, cost } };
    const { marked } = monthChart({ compared, zone }, { forecast, limit: 50n, unit: 'cost' });
    expect(marked).toEqual(name === null ? null : { index: 2, name });
  });

  it('has no more than what was used where there is too little to go by, and no limit where there is none', () => {
    const { points, limit } = monthChart(
      { compared, zone },
      {
        forecast: { kind: 'tooLittle', at, zone, daysWithUse: 1, daysNeeded: 3 },
        limit: null,
        unit: 'tokens',
      },
    );
    expect(points.map(({ amounts }) => amounts)).toEqual([[1n], [1n]]);
    expect(limit).toBeNull();
  });
});
