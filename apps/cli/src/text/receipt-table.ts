import { formatClock, formatCount, formatMoney } from '@resumint/wording';
import type { Receipt } from '../answers.ts';
import { formatTable } from './format-table.ts';

export function receiptTable(
  receipts: Receipt[],
  { zone, columns }: { zone: string; columns: number | null },
): string[] {
  const rows = receipts.map((receipt) => [
    formatClock(receipt.startedAt, zone),
    receipt.operation,
    receipt.model,
    stateOf(receipt),
    formatCount(receipt.charged.tokens),
    formatMoney(receipt.charged.costNanos) + (receipt.isEstimated ? ' (estimate)' : ''),
    receipt.operationId,
  ]);
  const table = formatTable(
    [
      { title: 'Begun' },
      { title: 'Operation' },
      { title: 'Model', isOptional: true },
      { title: 'State', isOptional: true },
      { title: 'Tokens', align: 'right', isOptional: true },
      { title: 'Charged', align: 'right' },
      { title: 'Receipt' },
    ],
    rows,
    columns,
  );
  return [`Times are in ${zone}.`, '', ...table];
}

function stateOf({ status, outcome }: Receipt): string {
  return outcome ?? (status === 'held' ? 'running' : status);
}
