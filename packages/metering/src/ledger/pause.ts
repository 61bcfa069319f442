const LONGEST_PAUSE_MS = 250;
const FIRST_STALL_MS = 50;
const LONGEST_STALL_MS = 500;

export interface FailedTry {
  /** The seal of the head that it was decided on. */
  headMac: string;
  tookMs: number;
  /** When its caller gives up, on this process's monotonic clock. */
  until: number;
}

export interface Pacing {
  hasFailed(): boolean;
  /** Waits for as long as whoever has failed again should. */
  pauseAfter(failed: FailedTry): Promise<void>;
}

/**
 * Paces the tries of a writer to one stream. Where the head has moved on somebody else landed: the pause is random, for up
 * to as long as a try takes, so that writers get out of step, and shorter with each try, so that who has tried often goes
 * before those who have just come. Where it has not, the database does not write: pauses double.
 */
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
      const ms = stalls > 0 ? stallMs(stalls) : outOfStepMs(tookMs, tries);
      return pause(Math.min(ms, Math.max(0, until - performance.now())));
    },
  };
}

function outOfStepMs(tookMs: number, tries: number): number {
  return (Math.random() * Math.min(tookMs, LONGEST_PAUSE_MS)) / Math.sqrt(tries);
}

function stallMs(stalls: number): number {
  return Math.min(FIRST_STALL_MS * 2 ** (stalls - 1), LONGEST_STALL_MS) * (0.5 + Math.random() / 2);
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
