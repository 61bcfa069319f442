import { formatHour, formatHours } from '@resumint/wording';
import type { Hours } from './answers.ts';
import type { Chart } from './chart.ts';
import { amountIn, UNIT_NAMES, type Unit } from './units.ts';

/** When in the day calls ended, of all days together. */
export function hoursChart({ hours }: Pick<Hours, 'hours'>, unit: Unit): Chart {
  return {
    unit,
    axis: 'Hour',
    series: [{ name: UNIT_NAMES[unit], mark: 'bar', color: 0 }],
    points: hours.map((hour) => ({
      label: formatHour(hour.hour),
      title: formatHours(hour.hour),
      amounts: [amountIn(unit, hour)],
      total: null,
    })),
    totals: null,
    limit: null,
    marked: null,
  };
}
