import { WINDOW_LIMITS, WINDOW_LIMIT_NAMES, type WindowLimit } from '../terms/limits.ts';
import type { LimitForecast, WindowForecast } from './forecast.ts';

/**
 * The limit that is expected to be reached first; where none is, the one that may be; and else the one of which the
 * largest share is expected to be used. Null where there is no limit.
 */
export function bindingLimit(windows: Record<'day' | 'month', WindowForecast>): WindowLimit | null {
  const limits = WINDOW_LIMIT_NAMES.flatMap((name) => {
    const forecast = forecastOf(windows, name);
    return forecast.limit === null ? [] : [{ name, ...forecast, limit: forecast.limit }];
  });
  const first = (at: 'reachedAt' | 'earliestAt') =>
    limits
      .filter((forecast) => forecast[at] !== null)
      .toSorted((left, right) => Number(left[at]) - Number(right[at]))[0];
  // Shares are compared as products, so that none is rounded. A limit of nothing is reached already.
  const fullest = limits.toSorted((left, right) =>
    left.expected * right.limit < right.expected * left.limit ? 1 : -1,
  )[0];
  return (first('reachedAt') ?? first('earliestAt') ?? fullest)?.name ?? null;
}

function forecastOf(windows: Record<'day' | 'month', WindowForecast>, name: WindowLimit): LimitForecast {
  const { window, unit } = WINDOW_LIMITS[name];
  return windows[window][unit === 'tokens' ? 'tokens' : 'cost'];
}
