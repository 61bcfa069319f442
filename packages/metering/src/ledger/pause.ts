const LONGEST_PAUSE_MS = 250;
const FIRST_STALL_MS = 50;
const LONGEST_STALL_MS = 500;

export interface FailedTry {
  /** The seal of the head that it was decided on. */
  headMac: string;
  tookMs: number;
  /** When the first who waits for it gives up, on this process's monotonic clock. */
  until: number;
}

export interface Pacing {
  hasFailed(): boolean;
  /** Waits for as long as whoever has failed again should, and not past the end of their patience. */
  pauseAfter(failed: FailedTry): Promise<void>;
}

/** Paces the tries of a writer to one stream, until one of them lands. */
export function startPacing(): Pacing {
  let tries = 0;
  let stalls = 0;
  let lastHeadMac: string | null = null;
  return {
    hasFailed: () => tries > 0,
    pauseAfter({ headMac, tookMs, until }) {
      tries += 1;
      stalls = headMac === lastHeadMac ? stalls + 1 : 0;
      lastHeadMac = headMac;
      // Timers count whole milliseconds: with one more none wakes just before the end, for a try that has no time.
      const leftMs = Math.max(0, until - performance.now()) + 1;
      return pause(Math.min(pauseMs({ tries, stalls, tookMs }, Math.random()), leftMs));
    },
  };
}

/**
 * How long to pause after so many `tries`, of which the last `stalls` failed on the head that the one before them failed
 * on. `random` is from 0 to 1.
 *
 * Where the head has moved on somebody else has landed: then it is up to as long as a try takes, so that writers get out of
 * step, and shorter with each try, so that who has tried often goes before those who have just come. Where it has not, the
 * server most likely does not write: then it doubles.
 */
export function pauseMs(
  { tries, stalls, tookMs }: { tries: number; stalls: number; tookMs: number },
  random: number,
): number {
  if (stalls === 0) return (random * Math.min(tookMs, LONGEST_PAUSE_MS)) / Math.sqrt(tries);
  return (Math.min(FIRST_STALL_MS * 2 ** (stalls - 1), LONGEST_STALL_MS) * (1 + random)) / 2;
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
