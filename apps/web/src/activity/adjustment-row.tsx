import { Badge } from '@mantine/core';
import { formatClock, formatCount, formatMoney } from '@resumint/wording';
import { AppLink } from '../ui/app-link.tsx';
import { ADJUSTMENT_REASONS, ADJUSTMENT_SCOPES } from './adjustment-names.ts';
import type { ListedAdjustment } from './answers.ts';
import classes from './entries-table.module.css';
import { receiptHref } from './receipt-href.ts';

export function AdjustmentRow({ adjustment, zone }: { adjustment: ListedAdjustment; zone: string }) {
  const { operationId, at, note, scope, reason, tokens, costNanos } = adjustment;
  return (
    <tr role="row" className={classes['row']}>
      <td role="cell" className={classes['time']}>
        <AppLink
          inherit
          href={receiptHref(operationId)}
          aria-label={`Adjustment of ${formatClock(at, zone)}`}
        >
          {formatClock(at, zone)}
        </AppLink>
      </td>
      <td role="cell" className={classes['call']}>
        <span className={classes['main']}>{ADJUSTMENT_REASONS[reason]} by an admin</span>
        <span className={classes['note']}>“{note}”</span>
      </td>
      <td role="cell" className={classes['tokens']}>
        <span className={classes['main']}>{formatCount(tokens)} tokens</span>
      </td>
      <td role="cell" className={classes['charge']}>
        <span className={classes['main']}>{formatMoney(costNanos)}</span>
      </td>
      <td role="cell" className={classes['outcome']}>
        <Badge color="pine" variant="light" tt="none">
          Adjusted
        </Badge>
        <span className={classes['note']}>{ADJUSTMENT_SCOPES[scope]}</span>
      </td>
    </tr>
  );
}
