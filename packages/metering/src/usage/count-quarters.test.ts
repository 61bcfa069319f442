import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryHistory } from '../../testing/arbitrary-steps.ts';
import { holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { playHistory } from '../../testing/play-step.ts';
import { decideRelease, decideSettle } from '../stream/decide-end.ts';
import { decideHold } from '../stream/decide-hold.ts';
import type { Fact } from '../stream/fact.ts';
import { countQuarters, sumQuarters, type QuarterRow } from './count-quarters.ts';
import { ADJUSTMENT, correctedBefore, countUsage, NOT_MADE } from './count-usage.ts';

const AT = Date.parse('2026-03-17T12:14:50Z');
const LATER = Date.parse('2026-03-17T12:15:00Z');
const MUCH_LATER = Date.parse('2026-03-17T19:40:00Z');

describe('a call counts in the quarter of an hour in which it ended', () => {
  const estimate = settleCommand({ tokens: 900, inputTokens: 600, outputTokens: 300, isEstimated: true });

  it('and so does what corrects it hours later', () => {
    const stream = openMemoryStream(AT);
    stream.append(decideHold(stream.view('op_1', AT), holdCommand()));
    stream.append(decideSettle(stream.view('op_1', LATER), { ...estimate, outcome: 'stopped' }));
    stream.append(decideSettle(stream.view('op_1', MUCH_LATER), settleCommand()));
    const facts = stream.entries().map(({ fact }) => fact);
    const { costNanos } = settleCommand();
    expect(countQuarters(facts, [])).toEqual([
      { startsAt: new Date(LATER), calls: 1, tokens: 300, costNanos },
    ]);
    expect(() => countQuarters(facts.slice(-1), [])).toThrow('op_1');
  });

  it('and one that was not made counts in none', () => {
    const stream = openMemoryStream(AT);
    stream.append(decideHold(stream.view('op_1', AT), holdCommand()));
    const release = { operationId: 'op_1', outcome: 'failed' } as const;
    stream.append(decideRelease(stream.view('op_1', LATER), release));
    expect(
      countQuarters(
        stream.entries().map(({ fact }) => fact),
        [],
      ),
    ).toEqual([]);
  });
});

it('any history is counted the same wherever it is parted, and to the sums of its usage by day', () => {
  fc.assert(
    fc.property(arbitraryHistory, fc.array(fc.nat(), { maxLength: 6 }), (history, cuts) => {
      const facts = playHistory(history)
        .entries()
        .map(({ fact }) => fact);
      const whole = countQuarters(facts, []);
      expect(byTime(sumQuarters(inParts(facts, cuts)))).toEqual(byTime(whole));
      const daily = countUsage(facts, []).filter(({ operation }) => operation !== ADJUSTMENT);
      const made = daily.filter(({ outcome }) => !NOT_MADE.includes(outcome));
      expect(sumOf(whole, 'tokens')).toBe(daily.reduce((sum, { tokens }) => sum + tokens, 0));
      expect(sumOf(whole, 'calls')).toBe(made.reduce((sum, { calls }) => sum + calls, 0));
      expect(whole.reduce((sum, { costNanos }) => sum + costNanos, 0n)).toBe(
        daily.reduce((sum, { costNanos }) => sum + costNanos, 0n),
      );
    }),
    { numRuns: 100 },
  );
});

/** Each part is told of what came before only of the operations that it asks for, as a follower is. */
function inParts(facts: Fact[], cuts: number[]): QuarterRow[] {
  const bounds = [0, ...cuts.map((cut) => cut % (facts.length + 1)), facts.length].toSorted((a, b) => a - b);
  return bounds.flatMap((from, index) => {
    const part = facts.slice(from, bounds[index + 1]);
    const wanted = correctedBefore(part);
    const earlier = facts.slice(0, from).filter(({ operationId }) => wanted.includes(operationId));
    return index === bounds.length - 1 ? [] : countQuarters(part, earlier);
  });
}

function sumOf(rows: readonly QuarterRow[], count: 'calls' | 'tokens'): number {
  return rows.reduce((sum, row) => sum + row[count], 0);
}

function byTime(rows: QuarterRow[]): QuarterRow[] {
  return rows.toSorted((left, right) => left.startsAt.getTime() - right.startsAt.getTime());
}
