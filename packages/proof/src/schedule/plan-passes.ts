import { z } from 'zod';
import type { Size } from './plan-people.ts';
import { randomOf } from './random.ts';

/** A pass of the follower as the schedule has it. */
export const PlannedPass = z.object({
  /** Its process is killed at this step of it: before a statement, or while the answer is awaited. Null: it is let live. */
  diesAtStep: z.int().nullable(),
});
export type PlannedPass = z.infer<typeof PlannedPass>;

const MOST_CALLS_PER_ROUND = 1_000;
const LEAST_ROUNDS = 3;
/** Passes that begin at once. */
const PASSES_PER_ROUND = 2;
/** Of so many passes one is cut off. */
const PASSES_PER_DEATH = 4;
/** A stream with new entries takes about twenty. */
const LAST_STEP = 80;

/** Calls that are sent between two rounds of passes. */
export function callsPerRound({ operations }: Size): number {
  return Math.min(MOST_CALLS_PER_ROUND, Math.ceil(operations / LEAST_ROUNDS));
}

/** The passes of a round: any number of followers may be at it at once, and each may be cut off anywhere. */
export function planPasses({ seed }: Size, round: number): PlannedPass[] {
  return Array.from({ length: PASSES_PER_ROUND }, (_, at) => {
    const index = round * PASSES_PER_ROUND + at;
    const dies = index % PASSES_PER_DEATH === 1;
    return { diesAtStep: dies ? randomOf(seed, 'pass', index).between(1, LAST_STEP) : null };
  });
}
