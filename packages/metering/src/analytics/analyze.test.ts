import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryHistory } from '../../testing/arbitrary-steps.ts';
import { DAY_MS } from '../../testing/arbitrary-times.ts';
import { playHistory } from '../../testing/play-step.ts';
import { usageRow } from '../../testing/usage-rows.ts';
import { advance } from '../stream/advance.ts';
import { emptyMeter } from '../stream/state.ts';
import { GROUPINGS, type Grouping } from '../usage/count-dimensions.ts';
import { NO_WINDOW, countUsage, type UsageRow } from '../usage/count-usage.ts';
import { localDay } from '../windows/day.ts';
import { localMonth } from '../windows/month.ts';
import { analyze, type Analysis, type Step } from './analyze.ts';
import { OTHER } from './count-groups.ts';
import { sumCounted } from './counted.ts';
import { PERIODS, stretchesOf, type Period } from './period.ts';
import { groupRow } from './read-grouped-rows.ts';

const NOON = Date.parse('2026-03-17T12:00:00Z');

interface Asked {
  period?: Period;
  step?: Step;
  grouping?: Grouping;
  zone?: string;
}

function analyzed(rows: UsageRow[], { period = 'thisMonth', step = 'day', ...asked }: Asked = {}): Analysis {
  const { grouping = 'operation', zone = 'UTC' } = asked;
  const stretches = stretchesOf(period, {
    zone,
    anchorDay: 1,
    day: emptyMeter(localDay(zone, NOON)),
    month: emptyMeter(localMonth({ zone, day: 1 }, NOON)),
  });
  return analyze(
    rows.map((row) => groupRow(row, grouping)),
    { zone, stretches, step },
  );
}

/** Calls of a day that cost a nano-dollar and a token each. */
function calls(count: number, dayStart: string, changes: Partial<UsageRow> = {}): UsageRow {
  const monthStart = new Date(`${dayStart.slice(0, 7)}-01`);
  const amount = { calls: count, tokens: count, costNanos: BigInt(count) };
  return usageRow({ dayStart: new Date(dayStart), monthStart, ...amount, ...changes });
}

const summarize = { operation: 'resume.summarize' };
const adjustment = { operation: 'adjustment', model: '', outcome: 'adjusted' };

describe('the running month by day', () => {
  const rows = [
    calls(1, '2026-03-01'),
    calls(2, '2026-03-17'),
    calls(4, '2026-03-17', summarize),
    calls(8, '2026-02-17'),
    calls(16, '2026-02-18'),
  ];

  it('has each day up to today, with the groups that have anything in it', () => {
    const { from, until, groups, buckets, total } = analyzed(rows);
    expect([from, until, buckets.length]).toEqual(['2026-03-01', '2026-03-17', 17]);
    expect(groups.map(({ name }) => name)).toEqual(['resume.parse', 'resume.summarize']);
    expect(buckets[1]).toEqual({
      from: '2026-03-02',
      total: { calls: 0, notMade: 0, tokens: 0, costNanos: 0n },
      parts: [],
    });
    expect(buckets[16]?.parts).toMatchObject([
      { group: 0, calls: 2, tokens: 2, costNanos: 2n },
      { group: 1, calls: 4 },
    ]);
    expect(total).toEqual({ calls: 7, notMade: 0, tokens: 7, costNanos: 7n });
  });

  it('is held against as many days of the month before', () => {
    const { previousFrom, previousUntil, previousTotal, groups } = analyzed(rows);
    expect([previousFrom, previousUntil]).toEqual(['2026-02-01', '2026-02-17']);
    expect(previousTotal.calls).toBe(8);
    expect(groups.map((group) => group.previousTotal.calls)).toEqual([8, 0]);
  });

  it('is compared day by day, with the month before to its end', () => {
    const { compared } = analyzed(rows);
    expect(compared).toHaveLength(28);
    expect(compared[0]).toMatchObject({
      from: '2026-03-01',
      sum: { calls: 1 },
      previousFrom: '2026-02-01',
      previousSum: { calls: 0 },
    });
    expect(compared[16]).toMatchObject({ sum: { calls: 7 }, previousSum: { calls: 8 } });
    expect(compared[27]).toMatchObject({ from: null, sum: null, previousSum: { calls: 24 } });
  });
});

it.each([
  { period: 'lastMonth', step: 'day', buckets: 28, calls: 4 },
  { period: 'last7Days', step: 'day', buckets: 7, calls: 1 },
  { period: 'last30Days', step: 'day', buckets: 30, calls: 5 },
  { period: 'last30Days', step: 'month', buckets: 2, calls: 5 },
  { period: 'last90Days', step: 'day', buckets: 90, calls: 7 },
  { period: 'last12Months', step: 'day', buckets: 351, calls: 15 },
  { period: 'last12Months', step: 'month', buckets: 12, calls: 15 },
] as const)('$period by $step has $buckets of them with $calls calls', ({ period, step, ...expected }) => {
  const rows = [
    calls(1, '2026-03-11'),
    calls(4, '2026-02-20'),
    calls(2, '2025-12-18'),
    calls(8, '2025-04-01'),
  ];
  const { buckets, total } = analyzed(rows, { period, step });
  expect({ buckets: buckets.length, calls: total.calls }).toEqual(expected);
});

describe('what admins adjusted', () => {
  it('is a group of its own, whatever is told apart', () => {
    for (const grouping of GROUPINGS) {
      const { groups } = analyzed([calls(1, '2026-03-17', adjustment)], { grouping });
      expect(groups.map(({ name }) => name)).toEqual(['adjustment']);
    }
  });

  it('in a month as a whole is of no day of it, and in its total from the beginning', () => {
    const rows = [calls(5, '2026-03-10'), calls(-2, '2026-03-01', { ...adjustment, dayStart: NO_WINDOW })];
    const { undated, total, compared, buckets } = analyzed(rows);
    expect(undated).toMatchObject([{ group: 0, tokens: -2 }]);
    expect(total.tokens).toBe(3);
    expect(compared.map(({ sum }) => sum?.tokens).filter((_sum, day) => [0, 9].includes(day))).toEqual([
      -2, 3,
    ]);
    expect(sumCounted(buckets.map((bucket) => bucket.total)).tokens).toBe(5);
    expect(analyzed(rows, { step: 'month' })).toMatchObject({
      undated: [],
      buckets: [{ total: { tokens: 3 } }],
    });
    expect(analyzed(rows, { period: 'last30Days' }).total.tokens).toBe(5);
  });

  it('in the totals alone is of no period', () => {
    const row = calls(-2, '2026-03-01', { ...adjustment, dayStart: NO_WINDOW, monthStart: NO_WINDOW });
    expect(analyzed([row]).groups).toEqual([]);
  });
});

it('counts calls that were not made, and says how many they are', () => {
  const free = { tokens: 0, costNanos: 0n };
  const rows = [
    calls(3, '2026-03-17'),
    calls(2, '2026-03-17', { ...free, outcome: 'failed' }),
    calls(1, '2026-03-16', { ...free, outcome: 'abandoned' }),
  ];
  expect(analyzed(rows).total).toEqual({ calls: 6, notMade: 3, tokens: 3, costNanos: 3n });
});

it('tells eight groups apart at most: those with least are one, at the end', () => {
  const rows = Array.from({ length: 12 }, (_, index) =>
    calls(index + 1, '2026-03-17', { model: `model-${'lkjihgfedcba'[index]}` }),
  );
  const { groups, buckets } = analyzed(rows, { grouping: 'model' });
  expect(groups.map(({ name }) => name)).toEqual([
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((letter) => `model-${letter}`),
    OTHER,
  ]);
  expect(groups.at(-1)?.total.calls).toBe(1 + 2 + 3 + 4 + 5);
  expect(buckets.at(-1)?.parts.at(-1)).toMatchObject({ group: 7, calls: 15 });
  expect(analyzed(rows.slice(0, 8), { grouping: 'model' }).groups).toHaveLength(8);
});

it.each([
  { zone: 'Europe/Berlin', days: ['2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z'] },
  {
    zone: 'America/New_York',
    days: ['2026-03-07T05:00:00Z', '2026-03-08T05:00:00Z', '2026-03-09T04:00:00Z'],
  },
])('in $zone each day of a change of clocks is one', ({ zone, days }) => {
  const monthStart = new Date(localMonth({ zone, day: 1 }, NOON).startsAt);
  const rows = days.map((dayStart) => ({
    ...calls(1, '2026-03-01'),
    dayStart: new Date(dayStart),
    monthStart,
  }));
  const march = Date.parse('2026-03-31T12:00:00Z');
  const stretches = stretchesOf('thisMonth', {
    zone,
    anchorDay: 1,
    day: emptyMeter(localDay(zone, march)),
    month: emptyMeter(localMonth({ zone, day: 1 }, march)),
  });
  const grouped = rows.map((row) => groupRow(row, 'operation'));
  const { buckets } = analyze(grouped, { zone, stretches, step: 'day' });
  expect(buckets).toHaveLength(31);
  expect(buckets.filter(({ total }) => total.calls === 1)).toHaveLength(days.length);
});

describe('any history', () => {
  const step = fc.constantFrom<Step>('day', 'month');
  const anything = fc.record({
    period: fc.constantFrom(...Object.keys(PERIODS).filter(isPeriod)),
    step,
    grouping: fc.constantFrom(...GROUPINGS),
  });

  it('adds up in the running month to what the meter has spent in it, through changes of zone', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.nat({ max: 3 * DAY_MS }), step, (history, later, by) => {
        const { state, rows } = historyAt(history, later);
        const stretches = stretchesOf('thisMonth', { ...state.terms.inForce, ...state });
        const { zone } = state.terms.inForce;
        const { total, compared } = analyze(rows('outcome'), { zone, stretches, step: by });
        expect({ tokens: total.tokens, costNanos: total.costNanos }).toEqual(state.month.spent);
        expect(compared.findLast(({ sum }) => sum !== null)?.sum).toEqual(total);
      }),
      { numRuns: 150 },
    );
  });

  it('has the same total however it is told apart, and parts that add up to it', () => {
    fc.assert(
      fc.property(arbitraryHistory, anything, (history, asked) => {
        const { state, rows } = historyAt(history, 0);
        const stretches = stretchesOf(asked.period, { ...state.terms.inForce, ...state });
        const { zone } = state.terms.inForce;
        const one = analyze(rows(asked.grouping), { zone, stretches, step: asked.step });
        const { total } = analyze(rows('operation'), { zone, stretches, step: 'month' });
        expect(one.total).toEqual(total);
        expect(sumCounted(one.groups.map((group) => group.total))).toEqual(total);
        expect(sumCounted(one.groups.map((group) => group.previousTotal))).toEqual(one.previousTotal);
        const parts = [...one.buckets.flatMap((bucket) => bucket.parts), ...one.undated];
        expect(sumCounted(parts)).toEqual(total);
        for (const bucket of one.buckets) expect(sumCounted(bucket.parts)).toEqual(bucket.total);
      }),
      { numRuns: 150 },
    );
  });
});

function historyAt(history: Parameters<typeof playHistory>[0], laterMs: number) {
  const stream = playHistory(history);
  const head = stream.head();
  const { state, entries } = advance(head, head.at + laterMs);
  const facts = [...stream.entries(), ...entries].map(({ fact }) => fact);
  const usage = countUsage(facts, []);
  return { state, rows: (told: Grouping) => usage.map((row) => groupRow(row, told)) };
}

function isPeriod(name: string): name is Period {
  return name in PERIODS;
}
