import type { Receipt } from '../answers.ts';
import { formatCount } from './format-count.ts';
import { formatMoney } from './format-money.ts';
import { formatTable } from './format-table.ts';
import { formatTime } from './format-time.ts';

export function receiptTable(receipts: Receipt[], zone: string): string[] {
  const rows = receipts.map((receipt) => [
    formatTime(receipt.startedAt, zone),
    receipt.operation,
    receipt.model,
    stateOf(receipt),
    formatCount(receipt.charged.tokens),
    formatMoney(receipt.charged.costNanos) + (receipt.isEstimated ? ' (estimate)' : ''),
    receipt.operationId,
  ]);
  return formatTable(
    [
      { title: 'Begun' },
      { title: 'Operation' },
      { title: 'Model' },
      { title: 'State' },
      { title: 'Tokens', align: 'right' },
      { title: 'Charged', align: 'right' },
      { title: 'Receipt' },
    ],
    rows,
  );
}

function stateOf({ status, outcome }: Receipt): string {
  return outcome === null ? status : `${status}, ${outcome}`;
}
