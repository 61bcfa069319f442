import { Badge } from '@mantine/core';
import { formatCount, formatMoney } from '@resumint/wording';
import { ADJUSTMENT_REASONS, ADJUSTMENT_SCOPES } from './adjustment-names.ts';
import type { ListedAdjustment } from './answers.ts';
import classes from './entries-table.module.css';
import { TimeCell } from './time-cell.tsx';

export function AdjustmentRow({ adjustment, zone }: { adjustment: ListedAdjustment; zone: string }) {
  const { operationId, at, note, scope, reason, tokens, costNanos } = adjustment;
  return (
    <tr role="row" className={classes['row']}>
      <TimeCell name="Adjustment" operationId={operationId} at={at} zone={zone} />
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
