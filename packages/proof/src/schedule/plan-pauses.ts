import type { Size } from './plan-people.ts';
import { randomOf } from './random.ts';

/** A process is stopped when this many calls were sent, for longer than its holds live. */
export interface Pause {
  afterCalls: number;
}

const CALLS_PER_PAUSE = 4_000;

export function planPauses({ seed, operations }: Size): Pause[] {
  const random = randomOf(seed, 'pauses');
  const count = Math.max(1, Math.round(operations / CALLS_PER_PAUSE));
  return Array.from({ length: count }, (_, at) => ({
    afterCalls: Math.floor(((at + 0.1 + random.next() * 0.6) * operations) / count),
  }));
}
