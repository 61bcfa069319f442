/** Tells how many milliseconds have passed since it was started, rather too many than too few. */
export type Stopwatch = () => number;

/**
 * By the clock that has moved on further: the monotonic one stands still while a machine sleeps, and the other can be
 * set back.
 */
export function startStopwatch(): Stopwatch {
  const [monotonicStart, wallStart] = [performance.now(), Date.now()];
  return () => Math.max(performance.now() - monotonicStart, Date.now() - wallStart);
}
