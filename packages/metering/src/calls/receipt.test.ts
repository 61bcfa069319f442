import { describe, expect, it } from 'vitest';
import { holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream, type MemoryStream } from '../../testing/memory-stream.ts';
import { decideRelease, decideSettle, type SettleCommand } from '../stream/decide-end.ts';
import { decideHold } from '../stream/decide-hold.ts';
import { callReceipt, receiptOf } from './receipt.ts';

const NOON = Date.UTC(2026, 5, 10, 12);
const EXPIRED = NOON + 120_000;
const HELD = { tokens: 1_000, costNanos: 10_000_000n };
const USED = { inputTokens: 200, cachedInputTokens: 50, outputTokens: 100, reasoningTokens: 10 };

const settle =
  (at: number, changes: Partial<SettleCommand> = {}) =>
  (stream: MemoryStream) =>
    void stream.append(decideSettle(stream.view('op_1', at), settleCommand(changes)));
const release = (at: number) => (stream: MemoryStream) =>
  void stream.append(decideRelease(stream.view('op_1', at), { operationId: 'op_1', outcome: 'failed' }));
const expire = (stream: MemoryStream) =>
  void stream.append(
    decideHold(stream.view('op_2', EXPIRED), holdCommand({ operationId: 'op_2', tokens: 9_999 })),
  );

function receiptAfter(...events: ((stream: MemoryStream) => void)[]) {
  const stream = openMemoryStream(NOON);
  stream.append(decideHold(stream.view('op_1', NOON), holdCommand()));
  for (const happen of events) happen(stream);
  return callReceipt(stream.view('op_1', NOON).earlier, stream.head());
}

const STOPPED = settle(NOON + 1, { isEstimated: true, outcome: 'stopped', tokens: 800, costNanos: 8n });

describe('a receipt', () => {
  it.each([
    [
      'that runs',
      [],
      {
        status: 'held',
        outcome: null,
        tokens: null,
        charged: { tokens: 0, costNanos: 0n },
        isEstimated: false,
        isCorrected: false,
      },
    ],
    [
      'that completed',
      [settle(NOON + 1)],
      {
        status: 'settled',
        outcome: 'completed',
        tokens: USED,
        charged: { tokens: 300, costNanos: 3_000_000n },
        isEstimated: false,
        isCorrected: false,
      },
    ],
    [
      'that was stopped',
      [STOPPED],
      {
        status: 'settled',
        outcome: 'stopped',
        tokens: USED,
        charged: { tokens: 800, costNanos: 8n },
        isEstimated: true,
        isCorrected: false,
      },
    ],
    [
      'that was stopped, and then reported',
      [STOPPED, settle(NOON + 2, { outcome: 'stopped' })],
      {
        status: 'settled',
        outcome: 'stopped',
        tokens: USED,
        charged: { tokens: 300, costNanos: 3_000_000n },
        isEstimated: false,
        isCorrected: true,
      },
    ],
    [
      'that failed',
      [release(NOON + 1)],
      {
        status: 'released',
        outcome: 'failed',
        tokens: null,
        charged: { tokens: 0, costNanos: 0n },
        isEstimated: false,
        isCorrected: false,
      },
    ],
    [
      'that expired',
      [expire],
      {
        status: 'expired',
        outcome: null,
        tokens: null,
        charged: HELD,
        isEstimated: true,
        isCorrected: false,
      },
    ],
    [
      'that expired, and then was settled',
      [expire, settle(EXPIRED)],
      {
        status: 'expired',
        outcome: 'completed',
        tokens: USED,
        charged: { tokens: 300, costNanos: 3_000_000n },
        isEstimated: false,
        isCorrected: true,
      },
    ],
    [
      'that expired, and then was released',
      [expire, release(EXPIRED)],
      {
        status: 'expired',
        outcome: 'failed',
        charged: { tokens: 0, costNanos: 0n },
        isEstimated: false,
        isCorrected: true,
      },
    ],
    [
      'that expired, was estimated and then reported',
      [expire, settle(EXPIRED, { isEstimated: true, outcome: 'lost', tokens: 1_000 }), settle(EXPIRED)],
      {
        status: 'expired',
        outcome: 'completed',
        charged: { tokens: 300, costNanos: 3_000_000n },
        isEstimated: false,
        isCorrected: true,
      },
    ],
  ])('of a call %s says what it was charged and how that is known', (_, events, expected) => {
    expect(receiptAfter(...events)).toMatchObject({
      operationId: 'op_1',
      held: HELD,
      startedAt: new Date(NOON),
      ...expected,
    });
  });

  it('names the time of the end, and not of what came to light after', () => {
    expect(receiptAfter().endedAt).toBeNull();
    expect(receiptAfter(STOPPED, settle(NOON + 9)).endedAt).toEqual(new Date(NOON + 1));
  });

  it('shows both windows as they stood after', () => {
    const { day, month } = receiptAfter(settle(NOON + 1)).windowsAfter;
    expect(day.tokens).toMatchObject({ used: 300n, held: 0n, remaining: 9_700n, percentUsed: 3 });
    expect(month.cost).toMatchObject({ used: 3_000_000n, held: 0n });
  });

  it('of a hold whose time is up says so before the expiry is written, as the totals do', () => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand()));
    const { earlier } = stream.view('op_1', NOON);
    expect(receiptOf(earlier, NOON + 119_999)).toMatchObject({ status: 'held', charged: { tokens: 0 } });
    expect(receiptOf(earlier, NOON + 120_000)).toMatchObject({
      status: 'expired',
      isEstimated: true,
      charged: { tokens: 1_000 },
      endedAt: new Date(NOON + 120_000),
    });
  });

  it('is not given for entries that hold no call', () => {
    expect(receiptOf([], NOON)).toBeNull();
    expect(() => callReceipt([], openMemoryStream(NOON).head())).toThrow(/hold no call/);
  });
});
