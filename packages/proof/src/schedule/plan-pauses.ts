import { isShort, type Size } from './plan-people.ts';
import { randomOf } from './random.ts';

/** Processes are stopped when this many calls were sent, for longer than their holds live. */
export interface Pause {
  afterCalls: number;
  processes: number;
}

const CALLS_PER_PAUSE = 4_000;
/** Of the few calls that one process has, none may be admitted. */
const PROCESSES_IF_SHORT = 3;

export function planPauses(size: Size): Pause[] {
  const { seed, operations } = size;
  const random = randomOf(seed, 'pauses');
  const count = Math.max(1, Math.round(operations / CALLS_PER_PAUSE));
  return Array.from({ length: count }, (_, at) => ({
    afterCalls: Math.floor(((at + 0.1 + random.next() * 0.6) * operations) / count),
    processes: isShort(size) ? PROCESSES_IF_SHORT : 1,
  }));
}
