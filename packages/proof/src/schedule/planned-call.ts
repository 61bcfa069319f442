import { z } from 'zod';
import { CALL_FAULTS } from './fault-classes.ts';

/** Where in a process's work it can be killed: before the step of this name. */
export const CrashPoint = z.enum([
  'statement',
  'answer',
  'modelCall',
  'started',
  'text',
  'finished',
  'admitted',
  'ended',
]);
export type CrashPoint = z.infer<typeof CrashPoint>;

const Crash = z.discriminatedUnion('by', [
  /** The process kills itself at the nth such point after it took the call. */
  z.object({ by: z.literal('itself'), point: CrashPoint, nth: z.int() }),
  z.object({ by: z.literal('another'), afterMs: z.number() }),
]);

/** A call as the schedule has it: the same for the same seed, index and size of the run. */
export const PlannedCall = z.object({
  index: z.int(),
  person: z.int(),
  userId: z.string(),
  fault: z.enum(CALL_FAULTS).nullable(),
  /** Sentences of the input beside the first, by which its size varies. */
  sentences: z.int(),
  maxOutputTokens: z.int(),
  /** Which of the statements that name the operation meets the fault, where the connection does. */
  statement: z.int(),
  crash: Crash.nullable(),
  /** Its key is made for it, so that the first process that has it may say that nobody had it before. */
  isKeyMade: z.boolean(),
  /** Made slow, and begun this long before its person's day ends; null for calls of any time. */
  beforeBoundaryMs: z.number().nullable(),
});
export type PlannedCall = z.infer<typeof PlannedCall>;

/** The key that it is sent with, however often it is sent. */
export function keyOf({ index }: Pick<PlannedCall, 'index'>): string {
  return `call-${index}`;
}

/** The model's key of all calls that need none of their own. */
export const SHARED_KEY = 'sk-simulated-proof';

/** Names the call to the model, in the text that it is asked with. */
export function markerOf(index: number): string {
  return `Case ${index} stands.`;
}

/** The call whose marker a text carries. */
export function indexIn(text: string): number | null {
  const found = /Case (\d+) stands\./.exec(text)?.[1];
  return found === undefined ? null : Number(found);
}
