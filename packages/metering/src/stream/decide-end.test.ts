import { describe, expect, it } from 'vitest';
import { holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { decideRelease, decideSettle, type SettleCommand } from './decide-end.ts';
import { decideHold } from './decide-hold.ts';

const NOON = Date.UTC(2026, 5, 10, 12);
const EXPIRED = NOON + 120_000;

function streamWithHold() {
  const stream = openMemoryStream(NOON);
  stream.append(decideHold(stream.view('op_1', NOON), holdCommand()));
  const kinds = () =>
    stream
      .entries()
      .map(({ fact }) => fact.kind)
      .slice(2);
  const settle = (at: number, changes: Partial<SettleCommand> = {}) =>
    stream.append(decideSettle(stream.view('op_1', at), settleCommand(changes)));
  const release = (at: number) =>
    stream.append(decideRelease(stream.view('op_1', at), { operationId: 'op_1', outcome: 'failed' }));
  const expire = () => {
    const other = holdCommand({ operationId: 'op_2', tokens: 20_000 });
    stream.append(decideHold(stream.view('op_2', EXPIRED), other));
  };
  return { stream, kinds, settle, release, expire };
}

describe('decideSettle', () => {
  it('charges what was used and frees what was held', () => {
    const { stream, settle } = streamWithHold();
    settle(NOON + 1_000);
    const { day, lifetime, open } = stream.head();
    expect(day).toMatchObject({
      spent: { tokens: 300, costNanos: 3_000_000n },
      held: { tokens: 0, costNanos: 0n },
    });
    expect(lifetime).toEqual({ tokens: 300, costNanos: 3_000_000n, operations: 1 });
    expect(open).toEqual([]);
  });

  it('is not refused when more was used than held, nor when that passes the limit', () => {
    const { stream, settle } = streamWithHold();
    expect(settle(NOON, { tokens: 50_000 }).kind).toBe('ended');
    expect(stream.head().day.spent.tokens).toBe(50_000);
  });

  it('is itself the end, and no expiry, when it comes late but first', () => {
    const { stream, kinds, settle } = streamWithHold();
    settle(EXPIRED + 60_000);
    expect(kinds()).toEqual(['settle']);
    expect(stream.head().lifetime).toMatchObject({ tokens: 300, operations: 1 });
  });

  it('corrects an expiry to what was used', () => {
    const { stream, kinds, settle, expire } = streamWithHold();
    expire();
    expect(stream.head().lifetime.tokens).toBe(1_000);
    settle(EXPIRED + 1_000);
    expect(kinds()).toEqual(['expire', 'correct']);
    expect(stream.entries().at(-1)?.fact).toMatchObject({
      step: 2,
      tokens: -700,
      inputTokens: 200,
      outputTokens: 100,
    });
    expect(stream.head().lifetime).toMatchObject({ tokens: 300, operations: 1 });
    expect(stream.head().day.spent.tokens).toBe(300);
  });

  it('corrects the month that admitted the call, and not a day that has begun since', () => {
    const { stream, settle } = streamWithHold();
    settle(NOON, { isEstimated: true, tokens: 800, outcome: 'stopped' });
    const tomorrow = NOON + 86_400_000;
    settle(tomorrow);
    expect(stream.head().day.spent.tokens).toBe(0);
    expect(stream.head().month.spent.tokens).toBe(300);
  });

  it.each([
    ['an estimate by the truth', [true, false], ['settle', 'correct']],
    ['the truth by nothing', [false, false], ['settle']],
    ['the truth not by an estimate', [false, true], ['settle']],
    ['an estimate by one that saw more', [true, true], ['settle', 'correct']],
    ['an estimate once', [true, false, false, true], ['settle', 'correct']],
  ])('replaces %s', (_, estimates, expected) => {
    const { stream, kinds, settle } = streamWithHold();
    for (const [index, isEstimated] of estimates.entries()) {
      settle(NOON, { isEstimated, tokens: (index + 1) * 100 });
    }
    expect(kinds()).toEqual(expected);
    expect(stream.head().lifetime).toMatchObject({ tokens: expected.length * 100, operations: 1 });
  });

  it('keeps an estimate that saw more than a later one', () => {
    const { stream, kinds, settle } = streamWithHold();
    settle(NOON, { isEstimated: true, tokens: 200 });
    settle(NOON, { isEstimated: true, tokens: 100 });
    expect(kinds()).toEqual(['settle']);
    expect(stream.head().lifetime.tokens).toBe(200);
  });

  it('corrects an expiry by an estimate, and that by the truth', () => {
    const { stream, kinds, settle, expire } = streamWithHold();
    expire();
    settle(EXPIRED, { isEstimated: true, tokens: 500, outcome: 'stopped' });
    settle(EXPIRED, { tokens: 450 });
    expect(kinds()).toEqual(['expire', 'correct', 'correct']);
    expect(
      stream
        .entries()
        .map(({ fact }) => fact.step)
        .slice(-2),
    ).toEqual([2, 3]);
    expect(stream.head().day.spent.tokens).toBe(450);
  });

  it('expires what else is due, in the same append', () => {
    const { stream, kinds, settle } = streamWithHold();
    const other = holdCommand({ operationId: 'op_2', tokens: 700, lifetimeMs: 1_000 });
    stream.append(decideHold(stream.view('op_2', NOON), other));
    settle(NOON + 2_000);
    expect(kinds()).toEqual(['hold', 'expire', 'settle']);
    expect(stream.head().lifetime).toMatchObject({ tokens: 1_000, operations: 2 });
  });

  it('is a fault of the caller for an operation that never began', () => {
    const stream = openMemoryStream(NOON);
    expect(() => decideSettle(stream.view('op_1', NOON), settleCommand())).toThrow(/without a hold/);
  });
});

describe('decideRelease', () => {
  it('gives back all that was held and forgets the call', () => {
    const { stream, release } = streamWithHold();
    expect(stream.head().admittedToday).toEqual({ summarize: 1 });
    release(NOON);
    const { day, lifetime, admittedToday } = stream.head();
    expect(day).toMatchObject({ spent: { tokens: 0 }, held: { tokens: 0, costNanos: 0n } });
    expect([lifetime.tokens, lifetime.operations, admittedToday]).toEqual([0, 0, {}]);
  });

  it('gives back all that an expiry charged', () => {
    const { stream, kinds, release, expire } = streamWithHold();
    expire();
    release(EXPIRED);
    expect(kinds()).toEqual(['expire', 'correct']);
    expect(stream.head().lifetime).toMatchObject({ tokens: 0, costNanos: 0n });
    expect(stream.head().day.spent).toEqual({ tokens: 0, costNanos: 0n });
  });

  it('takes nothing back from a call whose use is known', () => {
    const { stream, kinds, settle, release } = streamWithHold();
    settle(NOON);
    expect(release(NOON).kind).toBe('alreadyEnded');
    expect(kinds()).toEqual(['settle']);
    expect(stream.head().lifetime.tokens).toBe(300);
  });

  it('happens once', () => {
    const { kinds, release } = streamWithHold();
    release(NOON);
    expect(release(NOON).kind).toBe('alreadyEnded');
    expect(kinds()).toEqual(['release']);
  });
});
