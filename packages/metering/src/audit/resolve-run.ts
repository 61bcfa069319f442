import type { LedgerRow } from '../ledger/rows.ts';
import type { LedgerKey } from '../ledger/ledger-key.ts';
import { macOf } from '../ledger/seal.ts';
import type { ChainStart, JudgedRow, SealVerdict } from './judge-seals.ts';

/** An entry whose seal does not follow from the one stored before it. */
export interface Link {
  row: LedgerRow;
  missingFrom: number | null;
  /** The seals that its content would have. */
  computed: string[];
  /** The entry before it is in order, so that this one is not. */
  hasPredecessor: boolean;
}

interface RunEnd {
  key: LedgerKey;
  /** The seal before the run, where it is known. */
  before: string | null;
  /** By which seal of the run's last entry the next one is chained to it; null where none is. */
  tie: 'stored' | 'computed' | 'skipped' | null;
  known: ChainStart['known'];
  /** So many are not chained to one another that none is taken for proven. */
  isLost: boolean;
}

/** Judges entries that broke the chain, once it is known where it goes on. */
export function resolveRun(run: Link[], { key, before, tie, known, isLost }: RunEnd): JudgedRow[] {
  const seals =
    run.length > 1 ? [...run.map(({ row }) => row.mac), ...(before === null ? [] : [before])] : [];
  // An entry that was moved leaves its seal elsewhere in the run: who follows it is in order.
  const isInOrder = run.map(({ row }) => followsOneOf(row, seals, key));
  const verdicts: SealVerdict[] = [];
  const judged: JudgedRow[] = [];
  for (const [index, link] of run.entries()) {
    const { row, missingFrom } = link;
    const isLast = index === run.length - 1;
    const isKnown =
      known?.seq === row.seq ? known.mac === row.mac || link.computed.includes(known.mac) : null;
    const isTied =
      isInOrder[index] === true || isKnown === true || (isLast && tie !== null && tie !== 'skipped');
    const hasPredecessor = link.hasPredecessor || (index > 0 && verdicts[index - 1] === 'sealed');
    // What follows is in order and does not follow this one.
    const isPassedOver = isInOrder[index + 1] === true || (index === run.length - 2 && tie !== null);
    const verdict = ((): SealVerdict => {
      if (isInOrder[index]) return 'sealed';
      if (isTied) return hasPredecessor || (isLast && tie === 'computed') ? 'edited' : 'unproven';
      return hasPredecessor || isLost || isKnown === false || isPassedOver ? 'inserted' : 'unproven';
    })();
    verdicts.push(verdict);
    judged.push({ row, verdict, missingFrom, isTied });
  }
  return judged;
}

function followsOneOf(row: LedgerRow, seals: string[], key: LedgerKey): boolean {
  for (const seal of seals) {
    if (seal !== row.mac && macOf(row, seal, key) === row.mac) return true;
  }
  return false;
}
