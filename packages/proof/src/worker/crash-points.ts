import type { CrashPoint, PlannedCall } from '../schedule/planned-call.ts';

export interface CrashPoints {
  /** From now on the process dies at the planned point. */
  plan(crash: PlannedCall['crash']): void;
  /** The process comes past such a point. */
  pass(point: CrashPoint): void;
}

/** Kills this process between two steps of its work, as `kill -9` does: nothing is flushed, closed or told. */
export function createCrashPoints(): CrashPoints {
  const planned: { point: CrashPoint; left: number }[] = [];
  return {
    plan(crash) {
      if (crash?.by === 'itself') planned.push({ point: crash.point, left: crash.nth });
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
