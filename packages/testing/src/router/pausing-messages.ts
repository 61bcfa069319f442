import { z } from 'zod';

/** What a process that is going to be stopped for a while is asked to do, as the JSON of its one argument. */
export const PausingTask = z.object({
  databaseUrl: z.string(),
  secret: z.string(),
  modelUrl: z.string(),
  modelKey: z.string(),
  userId: z.string(),
  holdMs: z.number(),
  statementsDirectory: z.string(),
});
export type PausingTask = z.infer<typeof PausingTask>;

/** `stopping` comes once the call is held for, `ended` when it has ended: with the error that its caller was told. */
export const PausingReport = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('stopping') }),
  z.object({ kind: z.literal('ended'), code: z.string(), details: z.unknown() }),
]);
export type PausingReport = z.infer<typeof PausingReport>;
