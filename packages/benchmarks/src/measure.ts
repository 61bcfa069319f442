export interface Latency {
  p50Ms: number;
  p99Ms: number;
}

export interface Measured extends Latency {
  perSecond: number;
}

export interface Load {
  callers: number;
  times: number;
}

/** Runs work so many times with so many callers at once, each of which begins the next when its last has ended. */
export async function measure(
  { callers, times }: Load,
  work: (index: number) => Promise<unknown>,
): Promise<Measured> {
  const latencies: number[] = [];
  let next = 0;
  const call = async () => {
    while (next < times) {
      const index = next;
      next += 1;
      const startedAt = performance.now();
      await work(index);
      latencies.push(performance.now() - startedAt);
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: callers }, call));
  const elapsedMs = performance.now() - startedAt;
  return { perSecond: (times / elapsedMs) * 1000, ...percentiles(latencies) };
}

export function percentiles(latencies: readonly number[]): Latency {
  return { p50Ms: percentile(latencies, 0.5), p99Ms: percentile(latencies, 0.99) };
}

/** The value that this share of the others is below. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

/** The value in the middle. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** In another order each time: each two begin elsewhere, the second the other way round, so none always follows the same. */
export function inTurn<Name>(names: readonly Name[], turn: number): Name[] {
  const first = Math.floor(turn / 2) % names.length;
  const turned = [...names.slice(first), ...names.slice(0, first)];
  return turn % 2 === 0 ? turned : turned.toReversed();
}
