import { z } from 'zod';
import type { Size } from './plan-people.ts';
import { randomOf } from './random.ts';

/** What a follower is at when it dies: follows streams, expires holds of idle people, or asks for true usage. */
export const FollowerStep = z.enum(['following', 'expiring', 'asking']);
export type FollowerStep = z.infer<typeof FollowerStep>;

/** A pass of the follower as the schedule has it. */
export const PlannedPass = z.object({
  /** Its process is killed at the nth place of a step: before a statement, or while its answer is awaited. */
  dies: z.object({ step: FollowerStep, nth: z.int() }).nullable(),
});
export type PlannedPass = z.infer<typeof PlannedPass>;

const MOST_CALLS_PER_ROUND = 1_000;
const LEAST_ROUNDS = 3;
/** Passes that begin at once. */
const PASSES_PER_ROUND = 2;
/** Of so many passes one is cut off. */
const PASSES_PER_DEATH = 3;
/** A stream with new entries takes about twenty places, a hold that is expired eight, a question twelve. */
const LAST_PLACE: Record<FollowerStep, number> = { following: 80, expiring: 10, asking: 14 };

/** Calls that are sent between two rounds of passes. */
export function callsPerRound({ operations }: Size): number {
  return Math.min(MOST_CALLS_PER_ROUND, Math.ceil(operations / LEAST_ROUNDS));
}

/** The passes of a round: any number of followers may be at it at once. */
export function planPasses({ seed }: Size, round: number): PlannedPass[] {
  return Array.from({ length: PASSES_PER_ROUND }, (_, at) => {
    const index = round * PASSES_PER_ROUND + at;
    const death = Math.floor(index / PASSES_PER_DEATH);
    const step = FollowerStep.options[death % FollowerStep.options.length] ?? 'following';
    const nth = randomOf(seed, 'pass', index).between(1, LAST_PLACE[step]);
    return { dies: index % PASSES_PER_DEATH === 1 ? { step, nth } : null };
  });
}
