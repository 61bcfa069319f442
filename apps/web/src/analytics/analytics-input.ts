import type { AnalyticsPlace } from './analytics-address.ts';

/** What the page asks for: the same on the server, before its first paint, and in the browser. */
export function usageInput({ period, step, grouping }: AnalyticsPlace) {
  return { period, step, grouping };
}

export function deniedInput({ period, step }: AnalyticsPlace) {
  return { period, step };
}

/** The running month by day, against its limit: whatever the rest of the page looks at. */
export const MONTH_INPUT = { period: 'thisMonth', step: 'day', grouping: 'operation' } as const;

export const HOURS_INPUT = { days: 30 };
