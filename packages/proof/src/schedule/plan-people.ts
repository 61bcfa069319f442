import { randomOf } from './random.ts';

/** Somebody whose stream the calls of a run go to. */
export interface Person {
  index: number;
  userId: string;
  zone: string;
  /** Which unit their limits are set in: the other one never binds. */
  unit: 'tokens' | 'cost';
  enforcement: 'hard' | 'soft';
  /** When their day ends, and with it their month for some, in milliseconds from the start; null: not in the run. */
  dayEndsAfterMs: number | null;
  alsoMonth: boolean;
  maxInFlight: number;
  /** What the limit of their day is when the run begins and when it ends, in tokens of the cheapest calls. */
  grant: { first: number; last: number };
}

export interface Size {
  seed: number;
  operations: number;
  people: number;
}

/** A run that is too short for its share of faults and changes gets more of them. */
const SHORT_RUN = 5_000;

export function isShort({ operations }: Size): boolean {
  return operations < SHORT_RUN;
}

const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'] as const;
const HOT_SHARE = 0.25;
const HOT = 0;
/** Fewer than it has under way at times, so that it meets this limit too. */
const HOT_IN_FLIGHT = 5;
const SOFT_SHARE = 0.05;
const BOUNDARY_SHARE = 0.06;
const FIRST_BOUNDARY_MS = 5_000;
/** Some fall into an outage, or come when their person has no room. */
const LEAST_BOUNDARIES = 6;
const SHORTEST_SPREAD_MS = 14_000;
/** What a run takes on a machine that is fast; boundaries are spread over the first two thirds of that. */
const MS_PER_OPERATION = 5;
/** What a call uses, roughly, and how much of what is asked for the limits let through in the end. */
export const TOKENS_PER_CALL = 55;
const GRANTED_SHARE = 0.75;
const FIRST_SHARE = 0.5;
/** Room for the calls of one moment, of which each holds more than it uses. */
const LEAST_GRANT = 800;
/** For those whose day ends: that there is room when it does. */
const LEAST_GRANT_AT_BOUNDARY = 4_000;

/** People of a run: the first is hot, some have soft limits, and some have a day that ends meanwhile. */
export function planPeople({ seed, operations, people }: Size): Person[] {
  const lastBoundaryMs = Math.max(
    FIRST_BOUNDARY_MS + SHORTEST_SPREAD_MS,
    (operations * MS_PER_OPERATION * 2) / 3,
  );
  const soft = Math.max(1, Math.round(people * SOFT_SHARE));
  const atBoundary = Math.max(LEAST_BOUNDARIES, Math.round(people * BOUNDARY_SHARE));
  return Array.from({ length: people }, (_, index) => {
    const random = randomOf(seed, 'person', index);
    const isAtBoundary = index > soft && index <= soft + atBoundary;
    const share = index === HOT ? HOT_SHARE : (1 - HOT_SHARE) / (people - 1);
    const leastGrant = isAtBoundary ? LEAST_GRANT_AT_BOUNDARY : LEAST_GRANT;
    const last = Math.ceil(Math.max(leastGrant, operations * share * TOKENS_PER_CALL * GRANTED_SHARE));
    return {
      index,
      userId: `usr_proof${String(index).padStart(5, '0')}`,
      zone: random.pick(ZONES),
      unit: index % 3 === 2 ? 'cost' : 'tokens',
      enforcement: index > 0 && index <= soft ? 'soft' : 'hard',
      dayEndsAfterMs: isAtBoundary ? random.between(FIRST_BOUNDARY_MS, lastBoundaryMs) : null,
      alsoMonth: index % 2 === 0,
      maxInFlight: index === HOT ? HOT_IN_FLIGHT : random.between(3, 6),
      grant: { first: Math.ceil(last * FIRST_SHARE), last },
    };
  });
}

/** Whose call or change this is: a quarter of all are the hot person's. */
export function personOf(seed: number, people: number, of: { purpose: string; index: number }): number {
  const random = randomOf(seed, `person of ${of.purpose}`, of.index);
  return random.happens(HOT_SHARE) ? HOT : random.between(1, people - 1);
}
