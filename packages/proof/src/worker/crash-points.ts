import type { FollowerStep } from '../schedule/plan-passes.ts';
import type { CrashPoint } from '../schedule/planned-call.ts';

/** Of a call, or of a step of a follower: before a statement of its own, and while the answer is awaited. */
type Point = CrashPoint | FollowerStep;

export interface CrashPoints {
  /** From now on the process dies at the nth such point that it comes to. */
  plan(crash: { point: Point; nth: number }): void;
  /** The process comes past such a point. */
  pass(point: Point): void;
}

/** Kills this process between two steps of its work, as `kill -9` does: nothing is flushed, closed or told. */
export function createCrashPoints(): CrashPoints {
  const planned: { point: Point; left: number }[] = [];
  return {
    plan({ point, nth }) {
      planned.push({ point, left: nth });
    },
    pass(point) {
      for (const crash of planned) {
        if (crash.point !== point) continue;
        crash.left -= 1;
        if (crash.left <= 0) process.kill(process.pid, 'SIGKILL');
      }
    },
  };
}
