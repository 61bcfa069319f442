import { operations as operationsTable } from '@resumint/drizzle';
import type { Produced } from '@resumint/local-stack';
import { auditStream, type Ledger, type Price } from '@resumint/metering';
import { eq } from 'drizzle-orm';
import { indexIn } from '../schedule/planned-call.ts';
import { checkCharges } from './check-charges.ts';
import { checkFollowed, checkInquiries } from './check-followed.ts';
import { checkStream } from './check-stream.ts';
import { createFindings, type Findings } from './findings.ts';
import { isEstimated, wasReleased, type OperationEntries } from './operation-entries.ts';
import { readStreamRows } from './read-stream-rows.ts';

/** What the ledger is held against. */
export interface Evidence {
  userIds: readonly string[];
  /** The calls of the run by the operation that their keys name. */
  indexes: ReadonlyMap<string, number>;
  produced: readonly Produced[];
  mayBeEstimated: (index: number) => boolean;
  /** The provider tells followers what the call used. */
  hasSharedKey: (index: number) => boolean;
  price: Pick<Price, 'bands'>;
}

export interface CheckedLedger {
  findings: Findings;
  entries: number;
  /** Calls that have a hold. */
  admitted: Set<number>;
  /** Of those: ended in a later window than they were admitted in; saw their limits change. */
  acrossWindows: Set<number>;
  acrossTerms: Set<number>;
  settled: number;
  released: number;
  expired: number;
  corrected: number;
  estimated: number;
  /** Charged more than was held, since the provider used more: not overspent, since never admitted. */
  overrun: { calls: number; tokens: number };
  /** Holds that soft limits let past a limit. */
  tolerated: number;
  /** Entries that tell of a threshold. */
  alerts: number;
}

/** Reads every stream of a ledger and says what is wrong with it. No process may write to it meanwhile. */
export async function checkLedger(ledger: Ledger, evidence: Evidence): Promise<CheckedLedger> {
  const checked = nothingChecked();
  const { findings } = checked;
  const made = Map.groupBy(evidence.produced, ({ input }) => indexIn(input) ?? -1);
  for (const userId of evidence.userIds) {
    checked.entries += await audit(ledger, userId, findings);
    const operations = await checkStream(readStreamRows(ledger.db, userId), findings);
    await checkFollowed(ledger, userId, findings);
    await checkInquiries(ledger, { userId, operations: operations.values(), findings });
    const responseIds = await readResponseIds(ledger, userId);
    for (const operation of operations.values()) {
      const index = evidence.indexes.get(operation.operationId) ?? -1;
      const produced = made.get(index) ?? [];
      made.delete(index);
      const mayBeEstimated = evidence.mayBeEstimated(index);
      checkCharges(operation, { produced, mayBeEstimated, price: evidence.price }, findings);
      const kept = responseIds.get(operation.operationId) ?? null;
      checkResponseId(operation, { produced, kept, findings });
      if (evidence.hasSharedKey(index)) checkCorrected(operation, { produced, kept, findings });
      tally(checked, index, operation);
    }
  }
  for (const [index, [produced]] of made) {
    const detail = `response ${produced?.responseId} of call ${index} has no hold`;
    findings.add({ breach: 'lost', userId: '', detail });
  }
  return checked;
}

/** The product's own audit of a stream: the fold and the chain. Gives the number of its entries. */
async function audit(ledger: Ledger, userId: string, findings: Findings): Promise<number> {
  try {
    const { entries, findings: problems } = await auditStream(ledger, userId);
    for (const { seq, problem } of problems) {
      findings.add({ breach: 'brokenStreams', userId, seq, detail: `the audit says ${problem}` });
    }
    return entries;
  } catch (error) {
    findings.add({ breach: 'brokenStreams', userId, detail: `cannot be audited: ${String(error)}` });
    return 0;
  }
}

/** What the provider knows of is an estimate no more once all questions were asked. */
function checkCorrected(operation: OperationEntries, { produced, kept, findings }: Answered): void {
  const { operationId, hold } = operation;
  if (!isEstimated(operation) || !produced.some(({ responseId }) => responseId === kept)) return;
  const detail = `stays an estimate, though ${kept} can be asked about`;
  findings.add({ breach: 'overcharged', userId: hold.userId, operationId, seq: hold.seq, detail });
}

/** Where the provider's id was kept, it is that of what was made for this very call. */
function checkResponseId(
  { operationId, hold }: OperationEntries,
  { produced, kept, findings }: Answered,
): void {
  const isKnown = produced.some(({ responseId }) => responseId === kept);
  if (kept === null || produced.length === 0 || isKnown) return;
  const detail = `keeps the id of another response: ${kept}`;
  findings.add({ breach: 'lost', userId: hold.userId, operationId, detail });
}

interface Answered {
  produced: readonly Produced[];
  /** The response's id as the product has kept it. */
  kept: string | null;
  findings: Findings;
}

async function readResponseIds({ db }: Ledger, userId: string): Promise<Map<string, string | null>> {
  const { operationId, responseId } = operationsTable;
  const rows = await db
    .select({ operationId, responseId })
    .from(operationsTable)
    .where(eq(operationsTable.userId, userId));
  return new Map(rows.map((row) => [row.operationId, row.responseId]));
}

function tally(checked: CheckedLedger, index: number, operation: OperationEntries): void {
  const { hold, ends, corrections, charged, sawTermsChange } = operation;
  checked.admitted.add(index);
  const [end] = ends;
  if (end && hold.admittedDay && end.dayStart > hold.admittedDay) checked.acrossWindows.add(index);
  if (sawTermsChange) checked.acrossTerms.add(index);
  if (end?.kind === 'settle') checked.settled += 1;
  if (wasReleased(operation)) checked.released += 1;
  if (end?.kind === 'expire') checked.expired += 1;
  if (corrections.length > 0) checked.corrected += 1;
  if (isEstimated(operation)) checked.estimated += 1;
  if (hold.outcome !== null) checked.tolerated += 1;
  if (charged.tokens > hold.tokens) {
    checked.overrun.calls += 1;
    checked.overrun.tokens += charged.tokens - hold.tokens;
  }
  checked.alerts += [...ends, ...corrections].filter(({ crossed }) => crossed !== null).length;
}

function nothingChecked(): CheckedLedger {
  return {
    findings: createFindings(),
    entries: 0,
    admitted: new Set(),
    acrossWindows: new Set(),
    acrossTerms: new Set(),
    settled: 0,
    released: 0,
    expired: 0,
    corrected: 0,
    estimated: 0,
    overrun: { calls: 0, tokens: 0 },
    tolerated: 0,
    alerts: 0,
  };
}
