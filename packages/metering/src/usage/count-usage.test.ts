import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryHistory } from '../../testing/arbitrary-steps.ts';
import { holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { playHistory } from '../../testing/play-step.ts';
import { advance } from '../stream/advance.ts';
import { decideRelease, decideSettle } from '../stream/decide-end.ts';
import { decideHold } from '../stream/decide-hold.ts';
import type { Fact } from '../stream/fact.ts';
import { correctedBefore, countUsage, sumUsage, type UsageRow } from './count-usage.ts';

const AT = Date.parse('2026-03-17T12:00:00Z');
const estimate = settleCommand({ tokens: 900, inputTokens: 600, outputTokens: 300, isEstimated: true });

/** Facts of a stream on which one call was held, and then whatever is asked for. */
function played(...ends: ('estimate' | 'truth' | 'release' | 'expiry')[]): Fact[] {
  const stream = openMemoryStream(AT);
  stream.append(decideHold(stream.view('op_1', AT), holdCommand()));
  for (const end of ends) {
    const view = stream.view('op_1', AT);
    if (end === 'estimate') stream.append(decideSettle(view, { ...estimate, outcome: 'stopped' }));
    if (end === 'truth') stream.append(decideSettle(view, settleCommand()));
    if (end === 'release') stream.append(decideRelease(view, { operationId: 'op_1', outcome: 'failed' }));
    if (end === 'expiry') {
      stream.append({ entries: advance(stream.head(), AT + 200_000).entries, outcome: null });
    }
  }
  return stream.entries().map(({ fact }) => fact);
}

const truth = { inputTokens: 200, cachedInputTokens: 50, outputTokens: 100, reasoningTokens: 10 };

describe('a call counts once, by how it ended', () => {
  it.each([
    { ends: [] as const, row: null },
    { ends: ['truth'] as const, row: { outcome: 'completed', calls: 1, tokens: 300, ...truth } },
    { ends: ['release'] as const, row: { outcome: 'failed', calls: 1, tokens: 0, inputTokens: 0 } },
    { ends: ['expiry'] as const, row: { outcome: 'expired', calls: 1, tokens: 1_000, inputTokens: 0 } },
    { ends: ['estimate'] as const, row: { outcome: 'stopped', calls: 1, tokens: 900, inputTokens: 600 } },
    { ends: ['estimate', 'truth'] as const, row: { outcome: 'stopped', calls: 1, tokens: 300, ...truth } },
    { ends: ['expiry', 'truth'] as const, row: { outcome: 'expired', calls: 1, tokens: 300, ...truth } },
    {
      ends: ['expiry', 'release'] as const,
      row: { outcome: 'expired', calls: 1, tokens: 0, inputTokens: 0 },
    },
    {
      ends: ['expiry', 'estimate', 'truth'] as const,
      row: { outcome: 'expired', calls: 1, tokens: 300, ...truth },
    },
  ])('$ends', ({ ends, row }) => {
    const rows = countUsage(played(...ends), []);
    expect(rows).toMatchObject(row === null ? [] : [row]);
    expect(rows).toHaveLength(row === null ? 0 : 1);
  });
});

it('asks for what was before of exactly the operations that are corrected and did not end here', () => {
  const facts = played('expiry', 'estimate', 'truth');
  expect(correctedBefore(facts)).toEqual([]);
  expect(correctedBefore(facts.slice(-1))).toEqual(['op_1']);
  expect(() => countUsage(facts.slice(-1), [])).toThrow('op_1');
});

it('counts any history the same wherever it is parted, and to the same totals as its head', () => {
  fc.assert(
    fc.property(arbitraryHistory, fc.array(fc.nat(), { maxLength: 6 }), (history, cuts) => {
      const stream = playHistory(history);
      const facts = stream.entries().map(({ fact }) => fact);
      const whole = countUsage(facts, []);
      expect(bySize(sumUsage(inParts(facts, cuts)))).toEqual(bySize(whole));
      const { tokens, costNanos, operations } = stream.head().lifetime;
      const made = whole.filter(({ outcome }) => outcome !== 'failed' && outcome !== 'abandoned');
      expect(whole.reduce((sum, row) => sum + row.tokens, 0)).toBe(tokens);
      expect(whole.reduce((sum, row) => sum + row.costNanos, 0n)).toBe(costNanos);
      expect(made.reduce((sum, row) => sum + row.calls, 0)).toBe(operations);
      expectDay(whole, stream.head().day);
    }),
    { numRuns: 150 },
  );
});

/** Each part is told of what came before only of the operations that it asks for, as a follower is. */
function inParts(facts: Fact[], cuts: number[]): UsageRow[] {
  const bounds = [0, ...cuts.map((cut) => cut % (facts.length + 1)), facts.length].toSorted((a, b) => a - b);
  return bounds.flatMap((from, index) => {
    const part = facts.slice(from, bounds[index + 1]);
    const wanted = correctedBefore(part);
    const earlier = facts.slice(0, from).filter(({ operationId }) => wanted.includes(operationId));
    return index === bounds.length - 1 ? [] : countUsage(part, earlier);
  });
}

function expectDay(
  rows: UsageRow[],
  { startsAt, spent }: { startsAt: number; spent: { tokens: number; costNanos: bigint } },
) {
  const ofDay = rows.filter(({ dayStart }) => dayStart.getTime() === startsAt);
  expect(ofDay.reduce((sum, { tokens }) => sum + tokens, 0)).toBe(spent.tokens);
  expect(ofDay.reduce((sum, { costNanos }) => sum + costNanos, 0n)).toBe(spent.costNanos);
}

/** Rows in one order. Of rows that add up to nothing there may be more or fewer. */
function bySize(rows: UsageRow[]): UsageRow[] {
  const keyOf = ({ dayStart, monthStart, operation, model, outcome }: UsageRow) =>
    [dayStart.getTime(), monthStart.getTime(), operation, model, outcome].join(' ');
  return rows.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}
