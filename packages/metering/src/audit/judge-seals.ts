import type { LedgerRow } from '../ledger/rows.ts';
import type { LedgerKey } from '../ledger/ledger-key.ts';
import { macOf } from '../ledger/seal.ts';
import { resolveRun, type Link } from './resolve-run.ts';

/** How an entry stands in the chain. What is `unproven` follows one that is gone or forged, so nothing verifies it. */
export type SealVerdict = 'sealed' | 'edited' | 'inserted' | 'unproven';

export interface JudgedRow {
  row: LedgerRow;
  verdict: SealVerdict;
  /** The first of the entries that are missing before this one; null where none is. */
  missingFrom: number | null;
  /** Whether an entry after it, or the checkpoint, is chained to it. */
  isTied: boolean;
}

export interface ChainStart {
  key: LedgerKey;
  /** The seal before the first row; null where it is not there to verify it. */
  predecessor: string | null;
  /** The sequence that the first row is to have. */
  seq: number;
  /** A seal that is known from elsewhere. */
  known: { seq: number; mac: string } | null;
}

/** Rows wait until one is found that the next is chained to. Where so many are not, none of them is taken for proven. */
const LONGEST_RUN = 16;

/**
 * Verifies the chain of entries, in order. An entry whose own seal does not verify is `edited` where the next entry,
 * or a known seal, is chained to it, and `inserted` where nothing is.
 */
export async function* judgeSeals(
  rows: AsyncIterable<LedgerRow>,
  { key, predecessor, seq, known }: ChainStart,
): AsyncGenerator<JudgedRow> {
  let trusted: string | null = predecessor;
  let expected = seq;
  let run: Link[] = [];
  const resolve = (tie: 'stored' | 'computed' | 'skipped' | null) => {
    const links = run;
    const isLost = tie === null && links.length >= LONGEST_RUN;
    run = [];
    return resolveRun(links, { key, before: trusted, tie, known, isLost });
  };

  for await (const row of rows) {
    const missingFrom = row.seq > expected ? expected : null;
    expected = Math.max(row.seq, expected - 1) + 1;
    const last = run.at(-1);
    if (last) {
      const tie = missingFrom === null ? tieOf(row, last, { key, before: trusted }) : null;
      if (tie !== null || missingFrom !== null || run.length >= LONGEST_RUN) {
        yield* resolve(tie);
        trusted = null;
      }
      if (tie !== null) {
        yield { row, verdict: 'sealed', missingFrom, isTied: true };
        trusted = row.mac;
        continue;
      }
      if (run.length > 0) {
        run.push({
          row,
          missingFrom,
          computed: [macOf(row, last.row.mac, key)],
          hasPredecessor: false,
        });
        continue;
      }
    }
    if (trusted === null || missingFrom !== null) {
      trusted = null;
      run.push({ row, missingFrom, computed: [], hasPredecessor: false });
      continue;
    }
    const mac: string = macOf(row, trusted, key);
    if (mac === row.mac) {
      yield { row, verdict: 'sealed', missingFrom, isTied: true };
      trusted = row.mac;
    } else {
      run.push({ row, missingFrom, computed: [mac], hasPredecessor: true });
    }
  }
  yield* resolve(null);
}

/** By which seal of the entry before a row is chained to it: the stored one, the right one, or that of the one before. */
function tieOf(
  row: LedgerRow,
  last: Link,
  { key, before }: { key: LedgerKey; before: string | null },
): 'stored' | 'computed' | 'skipped' | null {
  if (macOf(row, last.row.mac, key) === row.mac) return 'stored';
  for (const mac of last.computed) {
    if (macOf(row, mac, key) === row.mac) return 'computed';
  }
  if (last.hasPredecessor && before !== null && macOf(row, before, key) === row.mac) return 'skipped';
  return null;
}
