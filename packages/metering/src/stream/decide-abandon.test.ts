import { describe, expect, it } from 'vitest';
import { holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { decideAbandon } from './decide-abandon.ts';
import { decideSettle } from './decide-end.ts';
import { decideHold } from './decide-hold.ts';

const NOON = Date.UTC(2026, 5, 10, 12);
const ABANDON = { operationId: 'op_1', claim: 'claim of op_1', seq: 2, voidId: 'void_1' };

describe('decideAbandon', () => {
  it('takes the place of a hold that may still land', () => {
    const stream = openMemoryStream(NOON);
    const late = decideHold(stream.view('op_1', NOON), holdCommand());
    stream.append(decideAbandon(stream.view('op_1', NOON), ABANDON));
    expect(stream.entries().at(-1)).toMatchObject({ fact: { kind: 'void' }, state: { seq: 2 } });
    expect(late.entries[0]?.state.seq).toBe(2);
  });

  it('takes that place with the first of its entries where something has expired', () => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_2', NOON), holdCommand({ operationId: 'op_2' })));
    const later = NOON + 300_000;
    const { entries } = decideAbandon(stream.view('op_1', later), { ...ABANDON, seq: 3 });
    expect(entries.map(({ fact, state }) => [fact.kind, state.seq])).toEqual([
      ['expire', 3],
      ['void', 4],
    ]);
  });

  it('releases a hold that has landed', () => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand()));
    stream.append(decideAbandon(stream.view('op_1', NOON), ABANDON));
    expect(stream.entries().at(-1)?.fact).toMatchObject({ kind: 'release', outcome: 'abandoned' });
    expect(stream.head().day.held.tokens).toBe(0);
  });

  it('gives back what a hold that has landed and expired was charged', () => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand()));
    stream.append(decideHold(stream.view('op_2', NOON + 300_000), holdCommand({ operationId: 'op_2' })));
    stream.append(decideAbandon(stream.view('op_1', NOON + 300_000), ABANDON));
    expect(stream.head().lifetime.tokens).toBe(0);
  });

  it('writes nothing when another entry stands where the hold would', () => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_2', NOON), holdCommand({ operationId: 'op_2' })));
    expect(decideAbandon(stream.view('op_1', NOON), ABANDON).entries).toEqual([]);
  });

  it('leaves the hold of another claim alone', () => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand({ claim: 'another claim' })));
    expect(decideAbandon(stream.view('op_1', NOON), ABANDON).entries).toEqual([]);
  });

  it('is done once, and takes nothing back from a call that was settled', () => {
    const stream = openMemoryStream(NOON);
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand()));
    stream.append(decideSettle(stream.view('op_1', NOON), settleCommand()));
    expect(decideAbandon(stream.view('op_1', NOON), ABANDON).entries).toEqual([]);
  });
});
