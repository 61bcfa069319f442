import { beforeEach, describe, expect, it } from 'vitest';
import { holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream, type MemoryStream } from '../../testing/memory-stream.ts';
import { decideRelease, decideSettle } from './decide-end.ts';
import { decideHold } from './decide-hold.ts';
import { decideTerms } from './decide-terms.ts';
import type { Terms } from '../terms/terms.ts';

const LATE = Date.UTC(2026, 5, 30, 23, 59, 30);
const MIDNIGHT = Date.UTC(2026, 6, 1);

let stream: MemoryStream;

const hold = (operationId: string, { at = LATE, tokens = 1_000 } = {}) =>
  stream.append(decideHold(stream.view(operationId, at), holdCommand({ operationId, tokens })));
const settle = (operationId: string, { at = LATE, tokens = 300 } = {}) =>
  stream.append(decideSettle(stream.view(operationId, at), settleCommand({ operationId, tokens })));
const release = (operationId: string, at: number) =>
  stream.append(decideRelease(stream.view(operationId, at), { operationId, outcome: 'failed' }));

beforeEach(() => {
  stream = openMemoryStream(LATE);
});

describe('calls that are open when both windows end', () => {
  it('keep the windows that admitted them, with what they hold and spend, until the last of them has ended', () => {
    for (const operationId of ['op_1', 'op_2', 'op_3']) hold(operationId);
    settle('op_1', { at: MIDNIGHT + 1 });
    for (const window of [stream.head().previousDay, stream.head().previousMonth]) {
      expect(window).toMatchObject({ endsAt: MIDNIGHT, spent: { tokens: 300 }, held: { tokens: 2_000 } });
    }
    release('op_2', MIDNIGHT + 2);
    for (const window of [stream.head().previousDay, stream.head().previousMonth]) {
      expect(window).toMatchObject({ spent: { tokens: 300 }, held: { tokens: 1_000 } });
    }
    settle('op_3', { at: MIDNIGHT + 3 });
    expect(stream.head()).toMatchObject({
      previousDay: null,
      previousMonth: null,
      lifetime: { tokens: 600 },
    });
  });

  it('leave the new windows untouched', () => {
    hold('op_1');
    hold('op_2', { at: MIDNIGHT, tokens: 10_000 });
    settle('op_1', { at: MIDNIGHT + 1 });
    for (const window of [stream.head().day, stream.head().month]) {
      expect(window).toMatchObject({ startsAt: MIDNIGHT, spent: { tokens: 0 }, held: { tokens: 10_000 } });
    }
  });

  it('do not take from the count of the new day when they are released', () => {
    hold('op_1');
    hold('op_2', { at: MIDNIGHT });
    release('op_1', MIDNIGHT + 1);
    expect(stream.head().admittedToday).toEqual({ summarize: 1 });
  });
});

describe('what a person was told of a limit', () => {
  it.each([
    [4_999, 0],
    [5_000, 50],
    [7_999, 50],
    [8_000, 80],
    [9_500, 95],
    [10_000, 100],
    [25_000, 100],
  ])('after %d of 10 000 tokens is %d %%', (tokens, percent) => {
    hold('op_1');
    settle('op_1', { tokens });
    expect(stream.head().alertedPercent).toMatchObject({ tokensPerDay: percent, costPerDay: 0 });
  });

  it('stands in the entry that crossed it, the highest alone, and in none after', () => {
    hold('op_1');
    settle('op_1', { tokens: 8_500 });
    expect(stream.head().crossed).toEqual([{ limit: 'tokensPerDay', percent: 80 }]);
    hold('op_2', { tokens: 500 });
    expect(stream.head().crossed).toEqual([]);
    settle('op_2', { tokens: 500 });
    expect(stream.head().crossed).toEqual([]);
    hold('op_3', { tokens: 500 });
    settle('op_3', { tokens: 92_000 });
    expect(stream.head().crossed).toEqual([
      { limit: 'tokensPerDay', percent: 100 },
      { limit: 'tokensPerMonth', percent: 100 },
    ]);
  });

  it('goes by the person’s own thresholds where they have set them', () => {
    const change = (terms: Terms) => ({ ...terms, alertAtPercent: [10, 85] });
    const command = { operationId: 'terms_1', actor: 'usr_1', change };
    stream.append(decideTerms(stream.view('terms_1', LATE), command));
    hold('op_1');
    settle('op_1', { tokens: 5_000 });
    expect(stream.head().crossed).toEqual([{ limit: 'tokensPerDay', percent: 10 }]);
    hold('op_2');
    settle('op_2', { tokens: 3_400 });
    expect(stream.head().crossed).toEqual([]);
  });

  it('is not taken back by a correction, and begins anew with the window', () => {
    hold('op_1', { tokens: 9_000 });
    hold('op_2', { at: LATE, tokens: 100 });
    stream.append(
      decideSettle(
        stream.view('op_1', LATE),
        settleCommand({ tokens: 9_000, isEstimated: true, outcome: 'stopped' }),
      ),
    );
    settle('op_1', { tokens: 10 });
    expect(stream.head().alertedPercent).toMatchObject({ tokensPerDay: 80, tokensPerMonth: 0 });
    settle('op_2', { at: MIDNIGHT });
    expect(stream.head().alertedPercent).toMatchObject({ tokensPerDay: 0 });
  });
});
