import { describe, expect, it } from 'vitest';
import { usageRow } from '../../testing/usage-rows.ts';
import { ADJUSTMENT, type UsageRow } from './count-usage.ts';
import { CALL, countDimensions, DIMENSIONS } from './count-dimensions.ts';

const MONDAY = new Date('2026-03-16T00:00:00Z');
const TUESDAY = new Date('2026-03-17T00:00:00Z');

const ROWS: UsageRow[] = [
  usageRow({
    dayStart: MONDAY,
    operation: 'resume.parse',
    model: 'gpt-5',
    outcome: 'completed',
    ...amount(5),
  }),
  usageRow({
    dayStart: MONDAY,
    operation: 'resume.parse',
    model: 'gpt-5-mini',
    outcome: 'failed',
    ...amount(2, 0),
  }),
  usageRow({
    dayStart: MONDAY,
    operation: 'resume.summary',
    model: 'gpt-5',
    outcome: 'completed',
    ...amount(7),
  }),
  usageRow({ dayStart: MONDAY, operation: ADJUSTMENT, model: '', outcome: 'adjusted', ...amount(0, -3) }),
  usageRow({
    dayStart: TUESDAY,
    operation: 'resume.parse',
    model: 'gpt-5',
    outcome: 'stopped',
    ...amount(1),
  }),
];

describe('usage by dimension', () => {
  it('has a row for each name of a day, and adjustments apart in every dimension', () => {
    expect(namesOf('kind')).toEqual([
      [MONDAY, CALL, 14],
      [MONDAY, ADJUSTMENT, 0],
      [TUESDAY, CALL, 1],
    ]);
    expect(namesOf('operation')).toEqual([
      [MONDAY, 'resume.parse', 7],
      [MONDAY, 'resume.summary', 7],
      [MONDAY, ADJUSTMENT, 0],
      [TUESDAY, 'resume.parse', 1],
    ]);
    expect(namesOf('model')).toEqual([
      [MONDAY, 'gpt-5', 12],
      [MONDAY, 'gpt-5-mini', 2],
      [MONDAY, ADJUSTMENT, 0],
      [TUESDAY, 'gpt-5', 1],
    ]);
    expect(namesOf('outcome')).toEqual([
      [MONDAY, 'completed', 12],
      [MONDAY, 'failed', 2],
      [MONDAY, ADJUSTMENT, 0],
      [TUESDAY, 'stopped', 1],
    ]);
  });

  it('adds up to the same in every dimension, and tells calls that were not made', () => {
    for (const dimension of DIMENSIONS) {
      const rows = countDimensions(ROWS).filter((row) => row.dimension === dimension);
      const sum = (of: (row: (typeof rows)[number]) => number) =>
        rows.reduce((total, row) => total + of(row), 0);
      expect([
        sum(({ calls }) => calls),
        sum(({ notMade }) => notMade),
        sum(({ tokens }) => tokens),
        sum(({ costNanos }) => Number(costNanos)),
      ]).toEqual([15, 2, 10, 10]);
    }
  });

  it('keeps apart what a day admitted in two months', () => {
    const [march, april] = [new Date('2026-03-01'), new Date('2026-04-01')];
    const rows = [march, april].map((monthStart) => usageRow({ dayStart: MONDAY, monthStart, ...amount(1) }));
    const kinds = countDimensions(rows).filter(({ dimension }) => dimension === 'kind');
    expect(kinds.map(({ monthStart }) => monthStart)).toEqual([march, april]);
  });
});

function amount(calls: number, tokens = calls) {
  return { calls, tokens, costNanos: BigInt(tokens) };
}

function namesOf(wanted: (typeof DIMENSIONS)[number]) {
  return countDimensions(ROWS)
    .filter(({ dimension }) => dimension === wanted)
    .map(({ dayStart, name, calls }) => [dayStart, name, calls]);
}
