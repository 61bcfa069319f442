import type { Clock } from '@resumint/metering';

/** What every step of a pass is given. */
export interface Pass {
  clock: Clock;
  /** Aborted when the follower is asked to stop: a step ends early then, and leaves the rest to the next pass. */
  signal: AbortSignal;
  /** Hears of what failed. Gets no personal text. */
  report: (error: unknown) => void;
}

/** One thing that following does. Safe to repeat, and to run beside itself. */
export interface Step {
  name: string;
  /** Gives what it did, counted. */
  run: (pass: Pass) => Promise<Readonly<Record<string, number>>>;
}
