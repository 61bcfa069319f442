import type { Complain } from './check-stream.ts';
import type { Row } from './read-stream-rows.ts';

/** Sequences without gaps, time that does not run back, and windows that follow each other and hold what they admit. */
export function checkWindows(previous: Row | null, row: Row, complain: Complain): void {
  if (row.seq !== (previous?.seq ?? 0) + 1) {
    complain('brokenStreams', row, `stands after ${previous?.seq ?? 'nothing'}`);
  }
  if (row.kind === 'hold' && !isIn(row)) complain('brokenStreams', row, 'is admitted outside its windows');
  if (!previous) return;
  if (row.at < previous.at) complain('brokenStreams', row, 'is older than the entry before');
  const newDay = row.dayStart.getTime() !== previous.dayStart.getTime();
  const newMonth = row.monthStart.getTime() !== previous.monthStart.getTime();
  if (newDay && row.dayStart < previous.dayEnd) complain('brokenStreams', row, 'begins a day in a day');
  if (newMonth && row.monthStart < previous.monthEnd) {
    complain('brokenStreams', row, 'begins a month in a month');
  }
}

function isIn({ at, dayStart, dayEnd, monthStart, monthEnd, admittedDay, admittedMonth }: Row): boolean {
  return (
    dayStart <= at &&
    at < dayEnd &&
    monthStart <= at &&
    at < monthEnd &&
    admittedDay?.getTime() === dayStart.getTime() &&
    admittedMonth?.getTime() === monthStart.getTime()
  );
}
