import { toFact, toState } from '../ledger/read-rows.ts';
import { toRows, type LedgerRow } from '../ledger/rows.ts';
import { begin, evolve } from '../stream/evolve.ts';
import type { State } from '../stream/state.ts';

/** What is known of a stream after an entry: its state, or null until an entry that carries one. */
export interface Fold {
  state: State | null;
  /** The newest entry with terms; entries refer to it. */
  terms: LedgerRow | null;
}

export interface FoldedRow {
  fold: Fold;
  /** The columns that the entry before does not lead to, with what they should be. Null where that is not known. */
  wrong: string[] | null;
  /** Why the entry cannot be read; null where it can be. */
  unreadable: string | null;
}

/** Makes an entry again from the one before, and compares it with what is stored, column by column. */
export function foldTotals({ state, terms: earlierTerms }: Fold, row: LedgerRow): FoldedRow {
  const terms = row.terms === null ? earlierTerms : row;
  try {
    const fact = toFact(row);
    const stored = storedState(row, terms);
    if (fact.kind !== 'open' && !state) {
      return { fold: { state: stored, terms }, wrong: null, unreadable: null };
    }
    const folded = fact.kind === 'open' ? begin(fact) : evolve(state ?? unreachable(), fact);
    const [made] = toRows(row.userId, [{ fact, state: folded }]);
    const wrong = differences(row, made ?? unreachable());
    return { fold: { state: wrong.length === 0 ? folded : stored, terms }, wrong, unreadable: null };
  } catch (error) {
    const unreadable = error instanceof Error ? error.message : 'it cannot be read';
    return { fold: { state: null, terms: earlierTerms }, wrong: null, unreadable };
  }
}

/** After an entry that is gone or not what it was: nothing is known until one that carries a state, under known terms. */
export function afterBroken({ terms }: Fold): Fold {
  return { state: null, terms };
}

/** Only the last entry of an append carries a whole state. */
function storedState(row: LedgerRow, terms: LedgerRow | null): State | null {
  if (row.carried === null || terms?.seq !== row.termsSeq) return null;
  return toState(row, terms);
}

function differences(stored: LedgerRow, made: Omit<LedgerRow, 'mac'>): string[] {
  const expected = { ...made, carried: stored.carried === null ? null : made.carried };
  return Object.entries(expected).flatMap(([column, value]) => {
    const found: unknown = Reflect.get(stored, column);
    return plain(found) === plain(value) ? [] : [`${column} is ${plain(found)} in place of ${plain(value)}`];
  });
}

function plain(value: unknown): string {
  return value instanceof Date ? String(value.getTime()) : String(value);
}

function unreachable(): never {
  throw new Error('an entry was folded onto nothing');
}
