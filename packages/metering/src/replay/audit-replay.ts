import { auditRows } from '../audit/audit-rows.ts';
import { concludeAudit, type StreamAudit } from '../audit/conclude-audit.ts';
import { FIRST_PREDECESSOR } from '../ledger/open-stream.ts';
import type { LedgerRow } from '../ledger/rows.ts';
import { importLedgerKey } from '../ledger/ledger-key.ts';

/** Audits the rows of a stream in memory from their start on, as those of a database are. */
export async function auditReplay(
  rows: readonly LedgerRow[],
  { clock, secret }: { clock: number; secret: string },
): Promise<StreamAudit> {
  const start = { predecessor: FIRST_PREDECESSOR, seq: 1, terms: null, checkpoint: null, known: null };
  const audited = await auditRows(oneByOne(rows), { ...start, key: importLedgerKey(secret) });
  return concludeAudit(audited, { kind: 'start', seq: 1, clock, findings: [] });
}

async function* oneByOne(rows: readonly LedgerRow[]): AsyncGenerator<LedgerRow> {
  yield* rows;
}
