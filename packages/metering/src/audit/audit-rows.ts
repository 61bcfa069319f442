import type { Checkpoint } from '../ledger/checkpoint.ts';
import type { LedgerRow } from '../ledger/rows.ts';
import type { AuditFinding } from './finding.ts';
import { afterBroken, foldTotals, type Fold } from './fold-totals.ts';
import { judgeSeals, type ChainStart, type JudgedRow } from './judge-seals.ts';
import { count, EMPTY_TALLY, type Tally } from './tally.ts';

export interface AuditStart extends ChainStart {
  terms: LedgerRow | null;
  /** Signed: up to there the stream was followed, and so must still be. */
  checkpoint: Checkpoint | null;
}

export interface AuditedRows {
  tally: Tally;
  findings: AuditFinding[];
  /** How many were found in all; only the first are kept. */
  found: number;
  first: LedgerRow | null;
  head: LedgerRow | null;
}

/** A stream that was replaced as a whole would fill memory. */
const MOST_FINDINGS = 1_000;

/**
 * Audits entries in order: the chain, then every total. What is found names its entry, and the entries after it are
 * judged by themselves. Holds a bounded number of rows in memory, whatever it reads.
 */
export async function auditRows(
  rows: AsyncIterable<LedgerRow>,
  { terms, checkpoint, ...start }: AuditStart,
): Promise<AuditedRows> {
  const audited: AuditedRows = { tally: EMPTY_TALLY, findings: [], found: 0, first: null, head: null };
  const tell = (finding: AuditFinding) => {
    audited.found += 1;
    if (audited.findings.length < MOST_FINDINGS) audited.findings.push(finding);
  };
  let fold: Fold = { state: null, terms };

  for await (const judged of judgeSeals(rows, start)) {
    const { row, missingFrom } = judged;
    audited.tally = count(audited.tally, row);
    audited.first ??= row;
    audited.head = row;
    if (missingFrom !== null) {
      tell(missing(missingFrom, row.seq - 1));
      fold = afterBroken(fold);
    }
    const folded = foldTotals(fold, row);
    const finding = findingOf(judged, folded);
    if (finding) tell(finding);
    else if (checkpoint?.seq === row.seq && checkpoint.mac !== row.mac) tell(replaced(row.seq));
    if (judged.verdict === 'unproven' && !judged.isTied && audited.found === audited.findings.length) {
      addToLast(audited.findings, row.seq);
    }
    const isBroken = judged.verdict === 'edited' || judged.verdict === 'inserted';
    fold = isBroken ? afterBroken(fold) : folded.fold;
  }

  const lastSeq = audited.head?.seq ?? start.seq - 1;
  if (checkpoint && checkpoint.seq > lastSeq) tell(cut(lastSeq + 1, checkpoint.seq));
  return audited;
}

function findingOf(
  { row, verdict }: JudgedRow,
  { wrong, unreadable }: { wrong: string[] | null; unreadable: string | null },
): AuditFinding | null {
  const { seq } = row;
  if (verdict === 'inserted') {
    const detail =
      'is not sealed by this application, and nothing after it is chained to it: it was put there, or edited as the last';
    return { seq, problem: 'inserted', detail };
  }
  if (unreadable !== null) return { seq, problem: 'unreadable', detail: unreadable };
  if (verdict === 'edited') {
    const hint = wrong && wrong.length > 0 ? `: ${wrong.join(', ')}` : '';
    return { seq, problem: 'edited', detail: `is not what was sealed${hint}` };
  }
  if (!wrong || wrong.length === 0) return null;
  return { seq, problem: 'wrongTotal', detail: `does not follow from the entry before: ${wrong.join(', ')}` };
}

function missing(from: number, to: number): AuditFinding {
  const detail = from === to ? 'is not there' : `and all up to ${to} are not there`;
  return { seq: from, problem: 'missing', detail };
}

function cut(from: number, to: number): AuditFinding {
  return { seq: from, problem: 'cut', detail: `is not there, though the stream was followed up to ${to}` };
}

function replaced(seq: number): AuditFinding {
  return {
    seq,
    problem: 'cut',
    detail: 'is another one than was followed: the end was cut off and written anew',
  };
}

/** What nothing verifies is told with what made it so. */
function addToLast(findings: AuditFinding[], seq: number): void {
  const last = findings.at(-1);
  if (last) last.detail += `; nothing verifies entry ${seq} after it`;
}
