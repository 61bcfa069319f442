import type { Size } from './plan-people.ts';
import { randomOf } from './random.ts';

/** Something that befalls the database when this many calls were sent. */
export interface Outage {
  kind: 'serverKilled' | 'refused';
  afterCalls: number;
  /** How long it stays away, beside what a restart takes. */
  lastsMs: number;
}

const CALLS_PER_OUTAGE = 8_000;
const LONGEST_MS = 700;

/** The server is killed, and connections are refused, in turn, at places of the run that the seed chooses. */
export function planOutages({ seed, operations }: Size): Outage[] {
  const random = randomOf(seed, 'outages');
  const count = Math.max(2, Math.round(operations / CALLS_PER_OUTAGE));
  return Array.from({ length: count }, (_, at) => ({
    kind: at % 2 === 0 ? ('serverKilled' as const) : ('refused' as const),
    afterCalls: Math.floor(((at + 0.3 + random.next() * 0.6) * operations) / count),
    lastsMs: random.between(200, LONGEST_MS),
  }));
}
