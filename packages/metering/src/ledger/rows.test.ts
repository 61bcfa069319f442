import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryHistory } from '../../testing/arbitrary-steps.ts';
import { holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream, type MemoryStream } from '../../testing/memory-stream.ts';
import { playHistory } from '../../testing/play-step.ts';
import { decideRelease, decideSettle } from '../stream/decide-end.ts';
import { decideHold } from '../stream/decide-hold.ts';
import { NEWEST_STATE_VERSION } from '../stream/state.ts';
import { toFact, toState } from './read-rows.ts';
import { toRows, type LedgerRow } from './rows.ts';

const NOON = Date.UTC(2026, 5, 10, 12);

function rowsOf(stream: MemoryStream): LedgerRow[] {
  return stream.batches.flatMap((batch) => toRows('usr_1', batch)).map((row) => ({ ...row, mac: '' }));
}

function termsRowOf(rows: LedgerRow[], head: LedgerRow): LedgerRow {
  return rows.find(({ seq }) => seq === head.termsSeq) ?? head;
}

/** One row of each kind that a call can leave. */
function rowOfKind(kind: 'hold' | 'settle' | 'release'): LedgerRow {
  const stream = openMemoryStream(NOON);
  stream.append(decideHold(stream.view('op_1', NOON), holdCommand()));
  const view = stream.view('op_1', NOON);
  if (kind === 'settle') stream.append(decideSettle(view, settleCommand()));
  if (kind === 'release') stream.append(decideRelease(view, { operationId: 'op_1', outcome: 'failed' }));
  const row = rowsOf(stream).at(-1);
  if (row?.kind !== kind) throw new Error(`the last row is no ${kind}`);
  return row;
}

describe('the rows of a stream', () => {
  it('give back every entry and every state that was appended', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const stream = playHistory(history);
        const rows = rowsOf(stream);
        expect(rows.map(toFact)).toEqual(stream.entries().map(({ fact }) => fact));
        const heads = stream.batches.map((batch) => batch.at(-1)?.state);
        const read = rows
          .filter(({ carried }) => carried !== null)
          .map((row) => toState(row, termsRowOf(rows, row)));
        expect(read).toEqual(heads);
      }),
      { numRuns: 100 },
    );
  });

  it('carry open holds in the last row of an append alone', () => {
    fc.assert(
      fc.property(arbitraryHistory, ({ steps, ...opened }) => {
        for (const batch of playHistory({ ...opened, steps }).batches) {
          const carries = toRows('usr_1', batch).map(({ carried }) => carried !== null);
          expect(carries).toEqual(batch.map((_, index) => index === batch.length - 1));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('refer to terms that are there, by their sequence', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const rows = rowsOf(playHistory(history));
        for (const { termsSeq, seq } of rows) {
          expect(termsSeq).toBeLessThanOrEqual(seq);
          expect(rows[termsSeq - 1]).toMatchObject({ seq: termsSeq, terms: expect.any(String) });
        }
      }),
      { numRuns: 50 },
    );
  });

  it('stay below 1.5 kB of carried state with as many holds open as may be', () => {
    const stream = openMemoryStream(NOON, { maxInFlight: 32 });
    for (let index = 0; index < 32; index += 1) {
      const operationId = `op_${String(index).padStart(26, '0')}`;
      stream.append(decideHold(stream.view(operationId, NOON), holdCommand({ operationId, tokens: 10 })));
    }
    const carried = rowsOf(stream).at(-1)?.carried ?? '';
    expect(stream.head().open).toHaveLength(32);
    expect(carried.length).toBeLessThan(32 * 150);
  });
});

describe('toState', () => {
  it('refuses a row that newer code wrote', () => {
    const rows = rowsOf(openMemoryStream(NOON));
    const [head] = rows;
    if (!head) throw new Error('an opened stream has an entry');
    expect(() => toState({ ...head, stateVersion: NEWEST_STATE_VERSION + 1 }, head)).toThrow(
      expect.objectContaining({ code: 'limits_unverifiable' }),
    );
    expect(toState(head, head).seq).toBe(1);
  });

  it('refuses a row that is not the last of its append', () => {
    const [head] = rowsOf(openMemoryStream(NOON));
    if (!head) throw new Error('an opened stream has an entry');
    expect(() => toState({ ...head, carried: null }, head)).toThrow(/no usable carried/);
  });
});

describe('toFact', () => {
  it.each([
    ['hold', 'claim'],
    ['hold', 'expiresAt'],
    ['hold', 'admittedDay'],
    ['settle', 'inputTokens'],
    ['settle', 'outcome'],
    ['release', 'outcome'],
    ['release', 'model'],
  ] as const)('refuses a %s without its %s', (kind, column) => {
    expect(() => toFact({ ...rowOfKind(kind), [column]: null })).toThrow(`no usable ${column}`);
  });

  it('refuses an outcome that no code wrote', () => {
    expect(() => toFact({ ...rowOfKind('settle'), outcome: 'failed' })).toThrow(/no usable outcome/);
    expect(() => toFact({ ...rowOfKind('release'), outcome: 'completed' })).toThrow(/no usable outcome/);
  });
});
