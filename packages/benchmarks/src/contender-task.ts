import { z } from 'zod';

/** What a process of its own is to do, as the JSON of its one argument. */
export const ContenderTask = z.object({
  databaseUrl: z.string(),
  secret: z.string(),
  userId: z.string(),
  callers: z.int(),
  calls: z.int(),
  combine: z.boolean(),
  /** What a model takes between a hold and its settlement, give or take a half. */
  modelMs: z.number(),
  /** Whether calls are refused where the limit is reached, instead of that being an error. */
  mayBeRefused: z.boolean(),
});
export type ContenderTask = z.infer<typeof ContenderTask>;

export const ContenderReport = z.object({
  admitted: z.int(),
  refused: z.int(),
  elapsedMs: z.number(),
  holdLatencies: z.array(z.number()),
  statements: z.int(),
  inserts: z.int(),
});
export type ContenderReport = z.infer<typeof ContenderReport>;
