import { describeChange } from '@resumint/wording';
import type { AnalyticsPlace } from './analytics-address.ts';
import { GROUPING_NAMES } from './analytics-address.ts';
import type { Analytics } from './answers.ts';
import { formatCell } from './format-cell.ts';
import { groupName } from './group-names.ts';
import classes from './groups-table.module.css';
import { Swatch } from './swatch.tsx';
import { amountIn } from './units.ts';

interface GroupsTableProps {
  place: AnalyticsPlace;
  groups: Analytics['groups'];
}

/** What each group came to, beside the period before: the legend of the chart above it. */
export function GroupsTable({ place: { grouping, unit }, groups }: GroupsTableProps) {
  return (
    <table className={classes['groups']}>
      <thead>
        <tr>
          <th scope="col">{GROUPING_NAMES[grouping]}</th>
          <th scope="col">This period</th>
          <th scope="col">Before</th>
          <th scope="col">Change</th>
        </tr>
      </thead>
      <tbody>
        {groups.map(({ name, total, previousTotal }, index) => {
          const [now, before] = [amountIn(unit, total), amountIn(unit, previousTotal)];
          return (
            <tr key={name}>
              <th scope="row">
                <Swatch series={{ mark: 'bar', color: index }} /> {groupName(grouping, name)}
              </th>
              <td className="number">{formatCell(now, unit)}</td>
              <td className="number">{formatCell(before, unit)}</td>
              <td>{describeChange(now, before)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
