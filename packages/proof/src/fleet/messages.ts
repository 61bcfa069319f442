import { z } from 'zod';
import { PlannedCall } from '../schedule/planned-call.ts';
import { PlannedChange } from '../schedule/planned-change.ts';
import { PlannedPass } from '../schedule/plan-passes.ts';

/** Faults in what is written to the ledger. */
const PLANTED_IN_ENTRIES = [
  'sequenceUnchecked',
  'settledTwice',
  'holdLost',
  'releasedInstead',
  'alertTwice',
] as const;
/** Faults in what a follower makes of it. */
const PLANTED_IN_EFFECTS = ['usageTwice', 'inquiryLost'] as const;
export type PlantedInEntries = (typeof PLANTED_IN_ENTRIES)[number];
export type PlantedInEffects = (typeof PLANTED_IN_EFFECTS)[number];

/** What a process of the run is composed from, as the JSON of its one argument. */
export const WorkerTask = z.object({
  databaseUrl: z.string(),
  secret: z.string(),
  modelUrl: z.string(),
  clockShiftMs: z.number(),
  combine: z.boolean(),
  holdMs: z.number(),
  /** A fault in the product, for tests of the proof itself. */
  planted: z.enum(['none', ...PLANTED_IN_ENTRIES, ...PLANTED_IN_EFFECTS]),
});
export type WorkerTask = z.infer<typeof WorkerTask>;
export type Planted = WorkerTask['planted'];

/** What a process is asked to do. */
export const Work = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), call: PlannedCall, hasOtherInput: z.boolean(), isKeyNew: z.boolean() }),
  z.object({ kind: z.literal('change'), change: PlannedChange }),
  z.object({ kind: z.literal('follow'), pass: PlannedPass }),
]);
export type Work = z.infer<typeof Work>;

export const Order = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('work'), id: z.int(), work: Work }),
  /** Nothing more comes: finish what outlives its call, and end. */
  z.object({ kind: z.literal('finish') }),
]);
export type Order = z.infer<typeof Order>;

export const Report = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** `ending` is the code that a caller would be told, or how it ended well. */
  z.object({
    kind: z.literal('done'),
    id: z.int(),
    ending: z.string(),
    unexpected: z.string().optional(),
    /** Work of the call goes on, such as writing what it used. */
    outlives: z.boolean(),
  }),
  /** The work that outlived a call has ended. */
  z.object({ kind: z.literal('rested'), index: z.int() }),
  /** Estimates that a follower has put right. */
  z.object({ kind: z.literal('corrected'), calls: z.int() }),
  /** A call was given up at its deadline for want of time alone. */
  z.object({ kind: z.literal('starved'), index: z.int() }),
  /** Work that nobody waits for has failed: of a call, or of a follower. */
  z.object({
    kind: z.literal('background'),
    index: z.int().nullable(),
    failure: z.string(),
    isExpected: z.boolean(),
  }),
]);
export type Report = z.infer<typeof Report>;
