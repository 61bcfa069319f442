import { formatAmount } from './format-amount.ts';
import { formatTime } from './format-time.ts';
import { LIMIT_TITLES } from './limit-titles.ts';

/** A threshold of a limit that was crossed, and how the limit stood right after. */
export interface CrossedThreshold {
  limit: 'tokensPerDay' | 'costPerDay' | 'tokensPerMonth' | 'costPerMonth';
  percent: number;
  unit: 'tokens' | 'nanos';
  used: bigint;
  allowed: bigint;
  resetsAt: Date;
}

/** Which limit, how much of it was used, and when it resets in the person's zone. */
export function describeAlert(alert: CrossedThreshold, zone: string): { title: string; details: string } {
  const { percent, unit, used, allowed, resetsAt } = alert;
  const limit = `your limit of ${LIMIT_TITLES[alert.limit]}`;
  const amounts = `${formatAmount(used, unit, 'down')} of ${formatAmount(allowed, unit)}`;
  return {
    title: percent >= 100 ? `You have used up ${limit}` : `You have reached ${percent} % of ${limit}`,
    details: `${amounts}${unit === 'tokens' ? ' tokens' : ''}, resets ${formatTime(resetsAt, zone)}`,
  };
}
