import { expect, it } from 'vitest';
import { countMonths } from './count-months.ts';
import { NO_WINDOW, type UsageRow } from './count-usage.ts';

const MARCH = new Date('2026-03-01T00:00:00Z');
const APRIL = new Date('2026-04-01T00:00:00Z');

function row(monthStart: Date, outcome: string, calls = 1): UsageRow {
  return {
    dayStart: monthStart,
    monthStart,
    operation: 'resume.parse',
    model: 'gpt-4.1-mini',
    outcome,
    calls,
    inputTokens: 6,
    cachedInputTokens: 0,
    outputTokens: 4,
    reasoningTokens: 0,
    tokens: 10,
    costNanos: 7n,
  };
}

it('adds up the calls that a month admitted, however they ended', () => {
  expect(countMonths([row(MARCH, 'completed'), row(APRIL, 'stopped'), row(MARCH, 'expired', 2)])).toEqual([
    { startsAt: MARCH, operations: 3, tokens: 20, costNanos: 14n },
    { startsAt: APRIL, operations: 1, tokens: 10, costNanos: 7n },
  ]);
});

it('leaves out calls that were not made, and what counts in no month', () => {
  expect(countMonths([row(MARCH, 'failed'), row(MARCH, 'abandoned'), row(NO_WINDOW, 'adjusted', 0)])).toEqual(
    [],
  );
});

it('has an adjustment of a month in it, which is no operation', () => {
  expect(countMonths([row(MARCH, 'completed'), row(MARCH, 'adjusted', 0)])).toEqual([
    { startsAt: MARCH, operations: 1, tokens: 20, costNanos: 14n },
  ]);
});
