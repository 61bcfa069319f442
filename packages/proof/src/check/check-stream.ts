import { checkAdmission } from './check-admission.ts';
import { createAlertCheck } from './check-alerts.ts';
import { checkTotals, createLifetime } from './check-totals.ts';
import { checkWindows } from './check-windows.ts';
import type { Breach, Findings } from './findings.ts';
import { limitsInForce, type LimitsInForce } from './limits-in-force.ts';
import { addEntry, amountOf, beginOperation, type OperationEntries } from './operation-entries.ts';
import type { Row } from './read-stream-rows.ts';
import { addTo, createSums, type Sums } from './sums.ts';

/** What the walk over a stream knows when it comes to an entry. */
export interface StreamSoFar {
  sums: Sums;
  open: Map<string, OperationEntries>;
  limits: LimitsInForce | null;
  /** Calls that count for a day's cap, by day and operation. */
  admitted: Map<string, number>;
  previous: Row | null;
}

export type Complain = (breach: Breach, row: Row, detail: string) => void;

/**
 * Walks over a stream and adds up for itself what each entry did, with none of the product's own arithmetic. Gives the
 * calls back that the stream has.
 */
export async function checkStream(
  rows: AsyncIterable<Row>,
  findings: Findings,
): Promise<Map<string, OperationEntries>> {
  const operations = new Map<string, OperationEntries>();
  const so: StreamSoFar = {
    sums: createSums(),
    open: new Map(),
    limits: null,
    admitted: new Map(),
    previous: null,
  };
  const lifetime = createLifetime();
  const checkAlerts = createAlertCheck();
  const complain: Complain = (breach, { userId, seq, operationId }, detail) =>
    findings.add({ breach, userId, seq, operationId, detail });

  for await (const row of rows) {
    checkWindows(so.previous, row, complain);
    apply(row);
    checkTotals(so.sums, lifetime.after(row), { row, complain });
    if (so.limits) checkAlerts({ row, sums: so.sums, limits: so.limits }, complain);
    so.previous = row;
  }
  for (const { hold } of so.open.values()) complain('leakedHolds', hold, 'is held for, and never ended');
  return operations;

  function apply(row: Row): void {
    switch (row.kind) {
      case 'open':
      case 'terms':
        so.limits = limitsInForce(row.terms ?? '');
        for (const running of so.open.values()) running.sawTermsChange = true;
        return;
      case 'hold':
        checkAdmission(so, row, complain);
        return begin(row);
      case 'settle':
      case 'release':
      case 'expire':
        return end(row);
      case 'correct':
        return correct(row);
      case 'adjust':
        return spend(row);
      case 'void':
    }
  }

  function begin(row: Row): void {
    if (operations.has(row.operationId)) complain('doubleCharges', row, 'is held for twice');
    const begun = beginOperation(row);
    operations.set(row.operationId, begun);
    so.open.set(row.operationId, begun);
    forWindows(row, ({ held }) => addTo(held, amountOf(row)));
    count(row, 1);
  }

  function end(row: Row): void {
    const running = operations.get(row.operationId);
    if (!running) return complain('brokenStreams', row, 'ends without a hold');
    if (so.open.delete(row.operationId)) {
      forWindows(row, ({ held }) => addTo(held, amountOf(running.hold), -1));
    } else {
      complain('doubleCharges', row, `is ended by a ${row.kind} though it has ended`);
    }
    addEntry(running, row);
    if (row.kind === 'release') count(row, -1);
    else spend(row);
  }

  function correct(row: Row): void {
    const ended = operations.get(row.operationId);
    if (!ended) return complain('brokenStreams', row, 'corrects what is not there');
    addEntry(ended, row);
    spend(row);
  }

  function spend(row: Row): void {
    forWindows(row, ({ spent }) => addTo(spent, amountOf(row)));
  }

  function forWindows(row: Row, change: (window: ReturnType<Sums['day']>) => void): void {
    if (row.admittedDay) change(so.sums.day(row.admittedDay));
    if (row.admittedMonth) change(so.sums.month(row.admittedMonth));
  }

  function count({ admittedDay, operation }: Row, by: 1 | -1): void {
    const key = `${admittedDay?.getTime()} ${operation}`;
    so.admitted.set(key, (so.admitted.get(key) ?? 0) + by);
  }
}
