import { describe, expect, it } from 'vitest';
import { DOLLAR, holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { decideSettle } from './decide-end.ts';
import { decideHold } from './decide-hold.ts';

const NOON = Date.UTC(2026, 5, 10, 12);

describe('decideHold', () => {
  it('holds the whole amount in both windows, to the last token of the limit', () => {
    const stream = openMemoryStream(NOON);
    const outcome = stream.append(decideHold(stream.view('op_1', NOON), holdCommand({ tokens: 10_000 })));
    expect(outcome.kind).toBe('admitted');
    expect(stream.head().day.held).toEqual({ tokens: 10_000, costNanos: DOLLAR / 100n });
    expect(stream.head().month.held).toEqual({ tokens: 10_000, costNanos: DOLLAR / 100n });
    expect(stream.head().open).toMatchObject([{ operationId: 'op_1', expiresAt: NOON + 120_000 }]);
  });

  it('writes nothing when it refuses', () => {
    const stream = openMemoryStream(NOON);
    const { entries, outcome } = decideHold(stream.view('op_1', NOON), holdCommand({ tokens: 10_001 }));
    expect(outcome.kind).toBe('denied');
    expect(entries).toEqual([]);
  });

  it('writes what has expired even when it refuses', () => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand({ tokens: 6_000 })));
    const later = stream.view('op_2', NOON + 120_000);
    const { entries, outcome } = decideHold(later, holdCommand({ operationId: 'op_2', tokens: 6_000 }));
    expect(outcome).toMatchObject({ kind: 'denied', denial: { used: 6_000n, held: 0n } });
    expect(entries.map(({ fact }) => fact.kind)).toEqual(['expire']);
  });

  it('counts what others hold as if it were spent', () => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand({ tokens: 6_000 })));
    const { outcome } = decideHold(
      stream.view('op_2', NOON),
      holdCommand({ operationId: 'op_2', tokens: 4_001 }),
    );
    expect(outcome).toMatchObject({ kind: 'denied', denial: { used: 0n, held: 6_000n, remaining: 4_000n } });
  });

  it('takes the same place in the stream as any other entry decided on that head, so that one of them lands', () => {
    const stream = openMemoryStream(NOON);
    const first = decideHold(stream.view('op_1', NOON), holdCommand({ operationId: 'op_1', tokens: 6_000 }));
    const second = decideHold(stream.view('op_2', NOON), holdCommand({ operationId: 'op_2', tokens: 6_000 }));
    expect([first, second].map(({ entries }) => entries.map(({ state }) => state.seq))).toEqual([[2], [2]]);
  });

  it('admits in a new day what the old one had no room for', () => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand({ tokens: 10_000 })));
    stream.append(decideSettle(stream.view('op_1', NOON), settleCommand({ tokens: 10_000 })));
    const midnight = Date.UTC(2026, 5, 11);
    const command = holdCommand({ operationId: 'op_2', tokens: 10_000 });
    expect(decideHold(stream.view('op_2', midnight - 1), command).outcome.kind).toBe('denied');
    expect(decideHold(stream.view('op_2', midnight), command).outcome.kind).toBe('admitted');
  });

  it('does not let a call that began before midnight take from the day after', () => {
    const lateAt = Date.UTC(2026, 5, 10, 23, 59);
    const stream = openMemoryStream(lateAt);
    stream.append(decideHold(stream.view('op_1', lateAt), holdCommand({ tokens: 10_000 })));
    const after = lateAt + 90_000;
    stream.append(
      decideHold(stream.view('op_2', after), holdCommand({ operationId: 'op_2', tokens: 10_000 })),
    );
    stream.append(decideSettle(stream.view('op_1', after), settleCommand({ tokens: 10_000 })));
    expect(stream.head().day).toMatchObject({ spent: { tokens: 0 }, held: { tokens: 10_000 } });
    expect(stream.head().previousDay).toBeNull();
    expect(stream.head().month).toMatchObject({ spent: { tokens: 10_000 }, held: { tokens: 10_000 } });
  });

  it.each([
    ['its own claim, whose answer was lost', { claim: 'mine' }, 'admitted'],
    ['its own claim, even over the limit', { claim: 'mine', tokens: 1_000_000 }, 'admitted'],
    ['the same payload under another claim', { claim: 'other' }, 'replayed'],
    ['the same payload, even over the limit', { claim: 'other', tokens: 1_000_000 }, 'replayed'],
    ['another payload', { claim: 'other', payloadHash: 'other' }, 'keyReused'],
  ])('finds an operation that has begun, asked with %s', (_, changes, kind) => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand({ claim: 'mine', tokens: 10_000 })));
    const { entries, outcome } = decideHold(stream.view('op_1', NOON), holdCommand(changes));
    expect([entries, outcome.kind]).toEqual([[], kind]);
  });

  it('hands a replay the expiry of a hold whose time is up, and writes it', () => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand({ claim: 'mine' })));
    const late = stream.view('op_1', NOON + 120_000);
    for (const claim of ['mine', 'other']) {
      const { entries, outcome } = decideHold(late, holdCommand({ claim }));
      expect(entries.map(({ fact }) => fact.kind)).toEqual(['expire']);
      expect(outcome).toMatchObject({ kind: 'replayed', earlier: [{ kind: 'hold' }, { kind: 'expire' }] });
    }
  });

  it('hands a replay the entries of the first call, to its end', () => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand({ claim: 'mine' })));
    stream.append(decideSettle(stream.view('op_1', NOON), settleCommand()));
    const { outcome } = decideHold(stream.view('op_1', NOON), holdCommand({ claim: 'other' }));
    expect(outcome).toMatchObject({ kind: 'replayed', earlier: [{ kind: 'hold' }, { kind: 'settle' }] });
  });
});
