import { VisuallyHidden } from '@mantine/core';
import type { ListedEntry } from './answers.ts';
import { AdjustmentRow } from './adjustment-row.tsx';
import { CallRow } from './call-row.tsx';
import classes from './entries-table.module.css';

interface EntriesTableProps {
  entries: ListedEntry[];
  zone: string;
}

/** On a phone each row is a card. The roles are said, since browsers forget those of a table that is laid out so. */
export function EntriesTable({ entries, zone }: EntriesTableProps) {
  return (
    <table role="table" className={classes['table']}>
      <caption>
        <VisuallyHidden>Calls and adjustments, the newest first, in {zone}</VisuallyHidden>
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          {['Begun', 'Call', 'Tokens', 'Charged', 'Outcome'].map((title) => (
            <th key={title} role="columnheader" scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {entries.map((entry) =>
          entry.kind === 'call' ? (
            <CallRow key={entry.operationId} call={entry} zone={zone} />
          ) : (
            <AdjustmentRow key={entry.operationId} adjustment={entry} zone={zone} />
          ),
        )}
      </tbody>
    </table>
  );
}
