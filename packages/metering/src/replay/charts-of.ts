import { deniedAt, type DeniedCalls, type DeniedCount } from '../analytics/read-denied.ts';
import { analyticsAt, type Analytics, type AnalyticsQuery } from '../analytics/read-analytics.ts';
import { groupRow } from '../analytics/read-grouped-rows.ts';
import { DAYS_LOOKED_AT, forecast, type Forecast } from '../forecast/forecast.ts';
import { daysOf } from '../usage/read-days.ts';
import type { UsageByHour } from '../usage/read-hours.ts';
import { sumHours } from '../usage/sum-hours.ts';
import type { ReadReplay } from './read-replay.ts';

const DAY_MS = 86_400_000;

/** What `readAnalytics` would say of a stream in memory. */
export function analyticsOf(read: ReadReplay, query: AnalyticsQuery): Analytics {
  const rows = read.usageRows.map((row) => groupRow(row, query.grouping));
  return analyticsAt(rows, read, query);
}

/** What `readDenied` would say of a stream in memory, of which so many calls were refused. */
export function deniedOf(
  read: ReadReplay,
  counts: readonly DeniedCount[],
  query: Omit<AnalyticsQuery, 'grouping'>,
): DeniedCalls {
  return deniedAt(counts, read, query);
}

/** What `readHours` would say of a stream in memory. */
export function hoursOf({ state, now, quarters }: ReadReplay, { days }: { days: number }): UsageByHour {
  const { zone } = state.terms.inForce;
  const since = new Date(now - days * DAY_MS);
  const recent = quarters.filter(({ startsAt }) => startsAt >= since);
  return { zone, since, until: new Date(now), hours: sumHours(recent, zone) };
}

/** What `readForecast` would say of a stream in memory. */
export function forecastOf({ state, now, usage, usageRows }: ReadReplay): Forecast {
  const days = daysOf(usageRows, { since: new Date(now - DAYS_LOOKED_AT * DAY_MS) });
  return forecast(usage, { days, anchorDay: state.terms.inForce.anchorDay });
}
