import { formatAbout } from './format-about.ts';
import { formatCount } from './format-count.ts';
import { formatClock, formatTime } from './format-time.ts';

interface DescribedLimit {
  low: bigint;
  expected: bigint;
  high: bigint;
  limit: bigint | null;
  reachedAt: Date | null;
  earliestAt: Date | null;
}

/** Where use comes to, the band around it, and when it comes to the limit. */
export function describeForecast(
  { low, expected, high, limit, reachedAt, earliestAt }: DescribedLimit,
  unit: 'tokens' | 'nanos',
  zone: string,
): string {
  const name = unit === 'tokens' ? ' tokens' : '';
  const amount = `about ${formatAbout(expected, unit, 'up')}${name}`;
  const band = `${formatAbout(low, unit, 'down')} to ${formatAbout(high, unit, 'up')}`;
  return `${amount} (${band})${reaches({ limit, reachedAt, earliestAt }, zone)}`;
}

/** When a limit is come to, where that has a column of its own. */
export function describeReached(
  {
    soFar,
    limit,
    reachedAt,
    earliestAt,
  }: Pick<DescribedLimit, 'limit' | 'reachedAt' | 'earliestAt'> & { soFar: bigint },
  zone: string,
): string {
  if (limit === null) return 'no limit';
  if (soFar >= limit) return 'now';
  if (reachedAt) return formatClock(reachedAt, zone);
  return earliestAt ? `${formatClock(earliestAt, zone)} at the earliest` : 'not by the end';
}

/** What a forecast goes by, as a sentence of its own. */
export function describeBasis(basis: {
  method: 'byWeekday' | 'byDay';
  days: number;
  bandPercent: number;
}): string {
  const by = basis.method === 'byWeekday' ? 'each weekday by its own like' : 'all days alike';
  return `By your last ${formatCount(basis.days)} days, ${by}. In ${basis.bandPercent} of 100 cases it ends within the band.`;
}

/** How right forecasts were that would have been made in the middle of months that have ended. */
export function describePastError(
  pastError: { withinPercent: number; months: readonly unknown[] } | null,
): string {
  if (!pastError) return 'No month has ended yet that it could be held against.';
  const { withinPercent, months } = pastError;
  const last = months.length === 1 ? 'your last month' : `your last ${months.length} months`;
  return `Within ${withinPercent} % for ${last}, forecast in the middle of each.`;
}

/** Where there is too little to go by. */
export function describeTooLittle({
  daysWithUse,
  daysNeeded,
}: {
  daysWithUse: number;
  daysNeeded: number;
}): string {
  const had = daysWithUse === 0 ? 'none' : formatCount(daysWithUse);
  return `There is too little to go by: a forecast needs ${daysNeeded} days with use before today, of late there ${daysWithUse === 1 ? 'was' : 'were'} ${had}.`;
}

function reaches(
  { limit, reachedAt, earliestAt }: Pick<DescribedLimit, 'limit' | 'reachedAt' | 'earliestAt'>,
  zone: string,
): string {
  if (limit === null) return '';
  if (reachedAt) return `, at the limit ${formatTime(reachedAt, zone)}`;
  if (earliestAt) return `, at the limit ${formatTime(earliestAt, zone)} at the earliest`;
  return ', within the limit';
}
