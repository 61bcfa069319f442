import { dayNumberOf } from '../forecast/day-number.ts';
import { NO_WINDOW } from '../usage/count-usage.ts';
import type { Counted } from './counted.ts';
import type { Stretch } from './period.ts';

/** What calls of a group came to that were admitted in a day and a month. */
export interface GroupedRow extends Counted {
  dayStart: Date;
  monthStart: Date;
  group: string;
}

/** What of it is in a stretch, and on which date. */
export interface PlacedRow extends Counted {
  group: string;
  /** Null for what is of no day of its month. */
  day: number | null;
  /** Of the month that it is in, or the day where that is what counts. */
  date: number;
}

/** Finds the rows that are in a stretch. A zone is slow to ask, and rows have few different windows. */
export function createPlacing(zone: string): (rows: readonly GroupedRow[], stretch: Stretch) => PlacedRow[] {
  const known = new Map<number, number>();
  const dateOf = (start: Date) => {
    const startsAt = start.getTime();
    if (startsAt === NO_WINDOW.getTime()) return null;
    const date = known.get(startsAt) ?? dayNumberOf(zone, startsAt);
    known.set(startsAt, date);
    return date;
  };
  return (rows, stretch) =>
    rows.flatMap(({ dayStart, monthStart, ...row }) => {
      const day = dateOf(dayStart);
      const date = stretch.unit === 'month' ? dateOf(monthStart) : day;
      if (date === null || date < stretch.from || date >= stretch.to) return [];
      return [{ ...row, date, day: day === null ? null : withinMonth(stretch, day, date) }];
    });
}

/** After a change of zone, a day may begin in one month and admit calls in the next: they count on its first date. */
function withinMonth({ unit, months }: Stretch, day: number, date: number): number {
  const month = unit === 'month' ? months.find(({ from, to }) => date >= from && date < to) : undefined;
  return month ? Math.min(Math.max(day, month.from), month.to - 1) : day;
}
