import { formatClock } from './format-time.ts';
import { LIMIT_TITLES } from './limit-titles.ts';

export interface OutlookOfLimit {
  name: 'tokensPerDay' | 'costPerDay' | 'tokensPerMonth' | 'costPerMonth';
  limit: bigint;
  soFar: bigint;
  expected: bigint;
  reachedAt: Date | null;
  earliestAt: Date | null;
  /** The end of its window. */
  endsAt: Date;
}

export interface DescribedOutlook {
  standing: 'within' | 'near' | 'over';
  title: string;
  details: string;
}

/** What comes of it if somebody goes on as before, by the limit that binds; null where there is none. */
export function describeOutlook(
  binding: OutlookOfLimit | null,
  { zone, isSoft }: { zone: string; isSoft: boolean },
): DescribedOutlook {
  if (!binding) {
    return { standing: 'within', title: 'Nothing limits your use', details: 'No limit could be reached.' };
  }
  const { limit, soFar, expected, reachedAt, earliestAt, endsAt } = binding;
  const name = LIMIT_TITLES[binding.name];
  const end = formatClock(endsAt, zone);
  const refused = isSoft
    ? 'Your limits only warn: calls past it are made all the same, and are charged.'
    : `Calls that do not fit are refused from then on, until it resets ${end}.`;
  if (soFar >= limit) {
    return {
      standing: 'over',
      title: `Your limit of ${name} is used up`,
      details: isSoft ? refused : `It resets ${end}.`,
    };
  }
  if (reachedAt) {
    return {
      standing: 'over',
      title: `You would reach your limit of ${name} ${formatClock(reachedAt, zone)}`,
      details: `That is if you go on as before. ${refused}`,
    };
  }
  if (earliestAt) {
    return {
      standing: 'near',
      title: 'You would stay within your limits, but not by much',
      details: `On busier days than usual you would reach your limit of ${name}: ${formatClock(earliestAt, zone)} at the earliest.`,
    };
  }
  const percent = (expected * 100n) / limit;
  return {
    standing: 'within',
    title: 'You would stay within all of your limits',
    details: `The nearest is ${name}: about ${percent === 0n ? 'less than 1' : percent} % of it by ${end}.`,
  };
}
