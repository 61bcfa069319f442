import { z } from 'zod';

/** What a contending process is asked to do, as the JSON of its one argument. */
export const ContenderTask = z.object({
  databaseUrl: z.string(),
  secret: z.string(),
  statementsDirectory: z.string(),
  combine: z.boolean(),
  userId: z.string(),
  calls: z.number(),
  tokens: z.number(),
  prefix: z.string(),
});
export type ContenderTask = z.infer<typeof ContenderTask>;

/** How its calls ended. */
export const ContenderReport = z.object({
  settled: z.number(),
  deniedWithReset: z.number(),
  deniedForGood: z.number(),
  errors: z.array(z.string()),
});
export type ContenderReport = z.infer<typeof ContenderReport>;
