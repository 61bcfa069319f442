import { describe, expect, it } from 'vitest';
import { holdCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { decideHold } from '../stream/decide-hold.ts';
import { toRows, type UnsealedRow } from './rows.ts';
import { importLedgerKey } from './ledger-key.ts';
import { macOf, seal } from './seal.ts';

const NOON = Date.UTC(2026, 5, 10, 12);
const PREVIOUS = 'the mac before';

function twoRows(): UnsealedRow[] {
  const stream = openMemoryStream(NOON);
  stream.append(decideHold(stream.view('op_1', NOON), holdCommand()));
  return stream.batches.flatMap((batch) => toRows('usr_1', batch));
}

function holdRow(): UnsealedRow {
  const row = twoRows().find(({ kind }) => kind === 'hold');
  if (!row) throw new Error('there is a hold in the stream');
  return row;
}

/** Another value of the same kind. */
function changed(value: UnsealedRow[keyof UnsealedRow]): unknown {
  switch (typeof value) {
    case 'bigint':
      return value + 1n;
    case 'number':
      return value + 1;
    case 'boolean':
      return !value;
    case 'string':
      return `${value}.`;
    default:
      return value instanceof Date ? new Date(value.getTime() + 1) : 1;
  }
}

describe('macOf', () => {
  it.each(Object.entries(holdRow()))('changes with the column %s', async (column, value) => {
    const key = importLedgerKey('secret');
    const row = holdRow();
    const other = { ...row, [column]: changed(value) };
    expect(macOf(other, PREVIOUS, key)).not.toBe(macOf(row, PREVIOUS, key));
  });

  it('changes with the entry before and with the key', async () => {
    const [key, otherKey] = [importLedgerKey('secret'), importLedgerKey('other')];
    const mac = macOf(holdRow(), PREVIOUS, key);
    expect(macOf(holdRow(), 'another', key)).not.toBe(mac);
    expect(macOf(holdRow(), PREVIOUS, otherKey)).not.toBe(mac);
    expect(mac).toMatch(/^[A-Za-z0-9_-]{22}$/);
  });

  it('does not depend on the order in which columns arrive, nor on the mac that the row has', async () => {
    const key = importLedgerKey('secret');
    const row = holdRow();
    const reversed = { ...row };
    for (const [column, value] of Object.entries(row).toReversed()) {
      Reflect.deleteProperty(reversed, column);
      Reflect.set(reversed, column, value);
    }
    expect(Object.keys(reversed)).not.toEqual(Object.keys(row));
    const mac = macOf(row, PREVIOUS, key);
    expect(macOf(reversed, PREVIOUS, key)).toBe(mac);
    const sealed = { ...row, mac };
    expect(macOf(sealed, PREVIOUS, key)).toBe(mac);
  });

  it('is the same for a row from before a column came, where the column says nothing', async () => {
    const key = importLedgerKey('secret');
    const { crossed, ...before } = holdRow();
    expect(crossed).toBeNull();
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a row as it was before the column
    expect(macOf(before as UnsealedRow, PREVIOUS, key)).toBe(macOf(holdRow(), PREVIOUS, key));
  });

  it('is for the same row what it has always been', () => {
    const row = { ...holdRow(), stateVersion: 3, actor: 'a "b" \u2028 ü' };
    expect(macOf(row, PREVIOUS, importLedgerKey('secret'))).toBe('Ysh2NVbsf6LxV0SSvCShxg');
  });

  it('tells one column from its neighbour', async () => {
    const key = importLedgerKey('secret');
    const row = { ...holdRow(), inputTokens: 1, cachedInputTokens: null };
    const moved = { ...row, inputTokens: null, cachedInputTokens: 1 };
    expect(macOf(row, PREVIOUS, key)).not.toBe(macOf(moved, PREVIOUS, key));
  });
});

describe('seal', () => {
  it('chains each row to the one before it', async () => {
    const key = importLedgerKey('secret');
    const rows = twoRows();
    const [first, second] = seal(rows, PREVIOUS, key);
    expect(first?.mac).toBe(macOf(rows[0] ?? holdRow(), PREVIOUS, key));
    expect(second?.mac).toBe(macOf(rows[1] ?? holdRow(), first?.mac ?? '', key));
  });
});
