import { formatClock } from '@resumint/wording';
import { AppLink } from '../ui/app-link.tsx';
import classes from './entries-table.module.css';
import { receiptHref } from './receipt-href.ts';

interface TimeCellProps {
  /** What the link leads to, read out before the time. */
  name: string;
  operationId: string;
  at: Date;
  zone: string;
}

/** When an entry was made, which leads to its page. */
export function TimeCell({ name, operationId, at, zone }: TimeCellProps) {
  const time = formatClock(at, zone);
  return (
    <td role="cell" className={classes['time']}>
      <AppLink inherit href={receiptHref(operationId)} aria-label={`${name} of ${time}`}>
        {time}
      </AppLink>
    </td>
  );
}
