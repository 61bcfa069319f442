import { ledger } from '@resumint/drizzle';
import { getTableColumns } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryHistory, type History } from '../../testing/arbitrary-steps.ts';
import { playHistory } from '../../testing/play-step.ts';
import { sealedRows, testKey } from '../../testing/sealed-rows.ts';
import { FIRST_PREDECESSOR } from '../ledger/open-stream.ts';
import type { LedgerRow } from '../ledger/rows.ts';
import { importLedgerKey } from '../ledger/ledger-key.ts';
import { seal } from '../ledger/seal.ts';
import { auditRows, type AuditStart } from './audit-rows.ts';

const START: AuditStart = {
  key: testKey,
  predecessor: FIRST_PREDECESSOR,
  seq: 1,
  known: null,
  terms: null,
  checkpoint: null,
};

async function* each(rows: LedgerRow[]) {
  yield* rows.toSorted((left, right) => left.seq - right.seq);
}

/** With a checkpoint at the row of that index, as the follower signed it before anybody touched the rows. */
function findingsIn(rows: LedgerRow[], followed?: LedgerRow) {
  const checkpoint = followed ? { userId: 'usr_1', seq: followed.seq, mac: followed.mac } : null;
  return auditRows(each(rows), { ...START, known: checkpoint, checkpoint });
}

const named = async (rows: LedgerRow[], followed?: LedgerRow) =>
  (await findingsIn(rows, followed)).findings.map(({ seq, problem }) => `${seq} ${problem}`);

const at = (rows: LedgerRow[], index: number): LedgerRow => {
  const row = rows[index % rows.length];
  if (!row) throw new Error('a stream has an entry');
  return row;
};

const arbitraryIndex = fc.nat({ max: 1_000 });
const arbitraryRows = arbitraryHistory.map((history) => playHistory(history));

describe('the audit of an honest stream', () => {
  it('finds nothing, and its sums are the meter', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryHistory, async (history: History) => {
        const stream = playHistory(history);
        const rows = sealedRows(stream);
        const { findings, tally, head } = await findingsIn(rows, at(rows, rows.length - 1));
        expect(findings).toEqual([]);
        expect(tally.entries).toBe(rows.length);
        const { lifetime } = stream.head();
        expect(tally.charged.tokens + tally.adjusted.tokens).toBe(lifetime.tokens);
        expect(tally.charged.costNanos + tally.adjusted.costNanos).toBe(lifetime.costNanos);
        expect(head?.seq).toBe(rows.length);
      }),
      { numRuns: 50 },
    );
  });

  it('finds nothing from any entry on', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows, arbitraryIndex, async (stream, index) => {
        const rows = sealedRows(stream);
        const first = at(rows, index);
        const before = rows[first.seq - 2];
        const { findings, tally } = await auditRows(each(rows.slice(first.seq - 1)), {
          ...START,
          seq: first.seq,
          predecessor: before ? before.mac : FIRST_PREDECESSOR,
          terms: first.termsSeq < first.seq ? at(rows, first.termsSeq - 1) : null,
        });
        expect(findings).toEqual([]);
        expect(tally.entries).toBe(rows.length - first.seq + 1);
      }),
      { numRuns: 50 },
    );
  });
});

describe('a single edit', () => {
  const KINDS = ['open', 'hold', 'settle', 'release', 'expire', 'correct', 'adjust', 'terms', 'void', ''];
  const VALUES: Record<string, fc.Arbitrary<unknown>> = {
    string: fc.constantFrom(...KINDS, '{}', '{"open":[1]}', 'not json', '1', 'tokensPerDay:50'),
    number: fc.integer({ min: -5, max: 50_000 }),
    bigint: fc.bigInt({ min: -5n, max: 10n ** 12n }),
    boolean: fc.boolean(),
    date: fc.date({ noInvalidDate: false }),
  };
  const { userId: _, seq: __, ...columns } = getTableColumns(ledger);
  /** Any column with any value that a database would take for it. */
  const arbitraryEdit = fc
    .constantFrom(...Object.entries(columns))
    .chain(([column, { dataType, notNull }]) => {
      const value = VALUES[dataType] ?? VALUES.string ?? fc.string();
      return fc.record({ column: fc.constant(column), value: notNull ? value : fc.option(value) });
    });

  it('of any column of any entry is found, and named with its entry alone', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows, arbitraryIndex, arbitraryEdit, async (stream, index, edit) => {
        const rows = sealedRows(stream);
        const row = at(rows, index);
        const found: unknown = Reflect.get(row, edit.column);
        fc.pre(plain(found) !== plain(edit.value));
        const edited = rows.map((one) => (one === row ? { ...one, [edit.column]: edit.value } : one));
        const { findings } = await findingsIn(edited, at(rows, rows.length - 1));
        expect(findings.map(({ seq }) => seq)).toEqual([row.seq]);
        expect(['edited', 'unreadable']).toContain(findings[0]?.problem);
      }),
      { numRuns: 200 },
    );
  });

  it('of its place is found where it was and where it is', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows, arbitraryIndex, async (stream, index) => {
        const rows = sealedRows(stream);
        const row = at(rows, index);
        fc.pre(row.seq < rows.length);
        const moved = rows.map((one) => (one === row ? { ...one, seq: rows.length + 1 } : one));
        expect(await named(moved)).toEqual([`${row.seq} missing`, `${rows.length + 1} inserted`]);
      }),
      { numRuns: 40 },
    );
  });

  it('of the last entry, where no checkpoint tells what it was, is found as one that nothing is chained to', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows, async (stream) => {
        const rows = sealedRows(stream);
        const last = at(rows, rows.length - 1);
        const edited = [...rows.slice(0, -1), { ...last, dayTokens: last.dayTokens + 1 }];
        expect(await named(edited)).toEqual([`${last.seq} inserted`]);
      }),
      { numRuns: 30 },
    );
  });
});

describe('a deletion', () => {
  it('in the middle is found from where to where', async () => {
    await fc.assert(
      fc.asyncProperty(
        arbitraryRows,
        arbitraryIndex,
        fc.integer({ min: 1, max: 4 }),
        async (stream, index, many) => {
          const rows = sealedRows(stream);
          const from = index % rows.length;
          fc.pre(from + many < rows.length);
          const { findings } = await findingsIn(rows.toSpliced(from, many), at(rows, rows.length - 1));
          expect(findings.map(({ seq, problem }) => `${seq} ${problem}`)).toEqual([`${from + 1} missing`]);
          expect(findings[0]?.detail).toContain(many > 1 ? `up to ${from + many} ` : 'is not there');
        },
      ),
      { numRuns: 80 },
    );
  });

  it('of the tail is found by the checkpoint, also of all', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows, arbitraryIndex, async (stream, index) => {
        const rows = sealedRows(stream);
        const kept = rows.slice(0, index % rows.length);
        expect(await named(kept, at(rows, rows.length - 1))).toEqual([`${kept.length + 1} cut`]);
      }),
      { numRuns: 50 },
    );
  });

  it('of the tail that was written anew is found by the checkpoint', async () => {
    const [before, after] = fc
      .sample(arbitraryRows, { seed: 7, numRuns: 40 })
      .filter((stream) => stream.head().seq > 3);
    if (!before || !after) throw new Error('there are histories of more than three entries');
    const followed = at(sealedRows(before), 2);
    expect(await named(sealedRows(after), followed)).toEqual(['3 cut']);
  });
});

describe('an insertion', () => {
  const madeUp = (row: LedgerRow, seq: number): LedgerRow => ({ ...row, seq });

  it('after the end is found, whether copied or made up', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows, arbitraryIndex, fc.boolean(), async (stream, index, isForeign) => {
        const rows = sealedRows(stream);
        const foreign = sealedRows(stream, 'usr_2');
        const copied = at(isForeign ? foreign : rows, index);
        const inserted = { ...madeUp(copied, rows.length + 1), userId: 'usr_1' };
        const followed = at(rows, rows.length - 1);
        expect(await named([...rows, inserted], followed)).toEqual([`${rows.length + 1} inserted`]);
      }),
      { numRuns: 50 },
    );
  });

  it('before the first entry is found', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows, arbitraryIndex, async (stream, index) => {
        const rows = sealedRows(stream);
        fc.pre(rows.length > 1);
        expect(await named([madeUp(at(rows, index), 0), ...rows])).toEqual(['0 inserted']);
      }),
      { numRuns: 50 },
    );
  });

  it('in the place of another entry is found', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows, arbitraryIndex, arbitraryIndex, async (stream, index, other) => {
        const rows = sealedRows(stream);
        const [replaced, copied] = [at(rows, index), at(rows, other)];
        fc.pre(replaced !== copied);
        const forged = rows.map((row) => (row === replaced ? madeUp(copied, row.seq) : row));
        expect(await named(forged)).toEqual([`${replaced.seq} inserted`]);
      }),
      { numRuns: 80 },
    );
  });

  it('with a seal of another application is found, wherever it stands', async () => {
    const [stream] = fc.sample(arbitraryRows, { seed: 3, numRuns: 1 });
    if (!stream) throw new Error('there is a sample');
    const rows = sealedRows(stream);
    const last = at(rows, rows.length - 1);
    const otherKey = importLedgerKey('a secret of another application');
    const [forged] = seal([{ ...last, seq: last.seq + 1 }], last.mac, otherKey);
    if (!forged) throw new Error('one row is sealed');
    expect(await named([...rows, forged])).toEqual([`${forged.seq} inserted`]);
  });
});

describe('two entries that were swapped', () => {
  it('are both found, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRows, arbitraryIndex, arbitraryIndex, async (stream, one, other) => {
        const rows = sealedRows(stream);
        const [left, right] = [at(rows, one), at(rows, other)];
        fc.pre(left.seq < right.seq && rows.length > 4 && right.seq < rows.length - 1);
        const swapped = rows.map((row) => {
          if (row === left) return { ...right, seq: left.seq };
          return row === right ? { ...left, seq: right.seq } : row;
        });
        const { findings } = await findingsIn(swapped);
        expect(findings.map(({ seq }) => seq)).toEqual([left.seq, right.seq]);
      }),
      { numRuns: 80 },
    );
  });
});

describe('several faults', () => {
  it('far apart are each found', async () => {
    const streams = fc.sample(arbitraryRows, { seed: 11, numRuns: 100 });
    const stream = streams.find((one) => one.head().seq > 20);
    if (!stream) throw new Error('there is a long history');
    const rows = sealedRows(stream);
    const edit = (row: LedgerRow) => ({ ...row, lifetimeTokens: row.lifetimeTokens + 1 });
    const touched = rows
      .map((row) => (row.seq === 3 || row.seq === 17 ? edit(row) : row))
      .filter(({ seq }) => seq !== 9 && seq !== 10);
    expect(await named(touched)).toEqual(['3 edited', '9 missing', '17 edited']);
  });
});

describe('a stream that another application sealed', () => {
  it('is found with each of its entries, in bounded words', async () => {
    const stream = fc.sample(arbitraryRows, { seed: 11, numRuns: 100 }).find((one) => one.head().seq > 20);
    if (!stream) throw new Error('there is a long history');
    const rows = sealedRows(stream);
    const key = importLedgerKey('a secret of another application');
    const { findings, found } = await auditRows(each(rows), { ...START, key });
    expect(found).toBeGreaterThan(rows.length - 17);
    expect(new Set(findings.map(({ problem }) => problem))).toEqual(new Set(['inserted']));
    for (const { detail } of findings) expect(detail.length).toBeLessThan(1_000);
  });
});

describe('a total that was sealed wrong', () => {
  it('is found by folding, where it first is', async () => {
    const [stream] = fc.sample(arbitraryRows, { seed: 3, numRuns: 30 }).filter((one) => one.head().seq > 5);
    if (!stream) throw new Error('there is a history of more than five entries');
    const rows = sealedRows(stream);
    const wrong = rows.map((row) => (row.seq < 4 ? row : { ...row, lifetimeTokens: row.lifetimeTokens + 7 }));
    const { findings } = await findingsIn(seal(wrong, FIRST_PREDECESSOR, testKey));
    expect(findings[0]).toMatchObject({
      seq: 4,
      problem: 'wrongTotal',
      detail: expect.stringContaining('lifetimeTokens'),
    });
    expect(findings.length).toBeLessThan(rows.length - 3);
  });
});

function plain(value: unknown): string {
  return value instanceof Date ? String(value.getTime()) : String(value);
}
