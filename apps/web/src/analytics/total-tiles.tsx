import { describeChange, formatCount, formatMoney } from '@resumint/wording';
import { namesOf } from './analytics-address.ts';
import type { Analytics } from './answers.ts';
import { PlaceLink } from './asked-place.tsx';
import classes from './total-tiles.module.css';
import { amountIn, UNIT_NAMES, type Unit } from './units.ts';

/** What the period came to in each unit. The one that is chosen is what the charts count. */
export function TotalTiles({ total, previousTotal }: Pick<Analytics, 'total' | 'previousTotal'>) {
  return (
    <nav aria-label="What the charts count" className={classes['tiles']}>
      {namesOf(UNIT_NAMES).map((unit) => (
        <PlaceLink key={unit} changes={{ unit }}>
          <span className={classes['name']}>{UNIT_NAMES[unit]}</span>
          <span className={`${classes['total']} number`}>{shown(unit, amountIn(unit, total))}</span>
          <span className={classes['note']}>
            {describeChange(amountIn(unit, total), amountIn(unit, previousTotal))}
            {unit === 'calls' && total.notMade > 0 && ` · ${formatCount(total.notMade)} not charged`}
          </span>
        </PlaceLink>
      ))}
    </nav>
  );
}

function shown(unit: Unit, amount: bigint): string {
  return unit === 'cost' ? formatMoney(amount) : formatCount(amount);
}
