/** As the browser's `layout-shift` entries have it, in ms. */
export interface LayoutShift {
  startTime: number;
  value: number;
  hadRecentInput: boolean;
}

const GAP_MS = 1_000;
const SESSION_MS = 5_000;

/**
 * Cumulative Layout Shift: the largest sum of a burst of shifts, which has no gap of 1 s and lasts at most 5 s. Shifts
 * that follow an input do not count. https://web.dev/articles/cls
 */
export function cumulativeLayoutShift(shifts: LayoutShift[]): number {
  let largest = 0;
  let burst = { startedAt: 0, lastAt: 0, sum: 0 };
  for (const { startTime, value } of shifts.filter(({ hadRecentInput }) => !hadRecentInput)) {
    const goesOn =
      burst.sum > 0 && startTime - burst.lastAt < GAP_MS && startTime - burst.startedAt < SESSION_MS;
    burst = goesOn
      ? { ...burst, lastAt: startTime, sum: burst.sum + value }
      : { startedAt: startTime, lastAt: startTime, sum: value };
    largest = Math.max(largest, burst.sum);
  }
  return largest;
}
