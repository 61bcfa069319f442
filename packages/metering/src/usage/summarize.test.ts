import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryHistory } from '../../testing/arbitrary-steps.ts';
import { DAY_MS } from '../../testing/arbitrary-times.ts';
import { holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { playHistory } from '../../testing/play-step.ts';
import { decideSettle } from '../stream/decide-end.ts';
import { decideHold } from '../stream/decide-hold.ts';
import { decideZone } from '../stream/decide-terms.ts';
import type { Terms } from '../terms/terms.ts';
import { summarize } from './summarize.ts';
import { percentOf } from './window-usage.ts';

const NOON = Date.UTC(2026, 5, 10, 12);

function streamWith({
  spent,
  held = 0,
  terms = {},
}: {
  spent: number;
  held?: number;
  terms?: Partial<Terms>;
}) {
  const stream = openMemoryStream(NOON, terms);
  const command = holdCommand({ operationId: 'op_1', tokens: 0, costNanos: 0n });
  stream.append(decideHold(stream.view('op_1', NOON), command));
  stream.append(decideSettle(stream.view('op_1', NOON), settleCommand({ tokens: spent, costNanos: 0n })));
  const open = holdCommand({ operationId: 'op_2', tokens: held, costNanos: 0n });
  if (held > 0) stream.append(decideHold(stream.view('op_2', NOON), open));
  return stream;
}

describe('summarize', () => {
  it('tells what is spent apart from what is held', () => {
    const summary = summarize(streamWith({ spent: 6_000, held: 1_500 }).head(), NOON);
    expect(summary).toMatchObject({
      zone: 'UTC',
      nextZone: null,
      plan: 'free@1',
      inFlight: { running: 1, allowed: 8 },
    });
    expect(summary.day.tokens).toEqual({
      limit: 10_000n,
      used: 6_000n,
      held: 1_500n,
      remaining: 2_500n,
      percentUsed: 60,
      percentHeld: 15,
      isNear: false,
    });
    expect(summary.nearest).toEqual({ limit: 'tokensPerDay', percent: 75 });
    expect(summary.warnings).toEqual([]);
    expect(summary.lifetime).toEqual({ tokens: 6_000, costNanos: 0n, operations: 1 });
  });

  it.each([
    [7_999, []],
    [8_000, [{ limit: 'tokensPerDay', percentUsed: 80, warnAtPercent: 80 }]],
    [12_000, [{ limit: 'tokensPerDay', percentUsed: 120, warnAtPercent: 80 }]],
  ])('warns when %d of 10 000 tokens are spent: %o', (spent, warnings) => {
    const summary = summarize(streamWith({ spent }).head(), NOON);
    expect(summary.warnings).toEqual(warnings);
    expect(summary.day.tokens.isNear).toBe(warnings.length > 0);
  });

  it('has no share of what is not limited', () => {
    const setByAdmin = { tokensPerDay: null, costPerDay: null, tokensPerMonth: null, costPerMonth: null };
    const summary = summarize(streamWith({ spent: 6_000, terms: { setByAdmin } }).head(), NOON);
    expect(summary.day.tokens).toMatchObject({
      limit: null,
      used: 6_000n,
      remaining: null,
      percentUsed: null,
      isNear: false,
    });
    expect([summary.nearest, summary.warnings]).toEqual([null, []]);
  });

  it('counts an ended day as zero before anything is written to it', () => {
    const { day, month, at } = summarize(streamWith({ spent: 6_000, held: 500 }).head(), NOON + DAY_MS);
    expect(day.tokens).toMatchObject({ used: 0n, held: 0n });
    expect(month.tokens).toMatchObject({ used: 6_500n, held: 0n });
    expect(at).toEqual(new Date(NOON + DAY_MS));
  });

  it('names the zone that comes next', () => {
    const stream = streamWith({ spent: 1 });
    const command = { operationId: 'terms_x', actor: 'usr_1', zone: 'Asia/Tokyo' };
    stream.append(decideZone(stream.view('terms_x', NOON), command));
    expect(summarize(stream.head(), NOON)).toMatchObject({ zone: 'UTC', nextZone: 'Asia/Tokyo' });
    expect(summarize(stream.head(), NOON + DAY_MS)).toMatchObject({ zone: 'Asia/Tokyo', nextZone: null });
  });

  it('never shows less than nothing', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.integer({ min: 0, max: 40 * DAY_MS }), (history, later) => {
        const head = playHistory(history).head();
        const { day, month, lifetime } = summarize(head, head.at + later);
        for (const { used, held, remaining } of [day.tokens, day.cost, month.tokens, month.cost]) {
          expect(used >= 0n && held >= 0n && (remaining ?? 0n) >= 0n).toBe(true);
        }
        // An adjustment may act on the lifetime alone.
        if (history.steps.some(({ kind }) => kind === 'adjust')) return;
        expect(lifetime.tokens).toBeGreaterThanOrEqual(Number(month.tokens.used));
      }),
      { numRuns: 100 },
    );
  });
});

describe('percentOf', () => {
  it.each([
    [0n, 1_000n, 0],
    [1n, 3n, 33.3],
    [2n, 3n, 66.6],
    [999_999n, 1_000_000n, 99.9],
    [1_500n, 1_000n, 150],
    [0n, 0n, 100],
    [5n, null, null],
  ])('%d of %s is %s', (amount, limit, percent) => {
    expect(percentOf(amount, limit)).toBe(percent);
  });
});
