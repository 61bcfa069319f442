import { z } from 'zod';

const Mail = z.union([
  z.object({ smtpUrl: z.string(), from: z.string() }),
  z.object({ directory: z.string(), from: z.string() }),
]);

/** What a follower works with. Its process is sent it once it listens: secrets stand in no argument. */
export const FollowerTask = z.object({
  databaseUrl: z.string(),
  ledgerSecret: z.string(),
  appOrigin: z.string(),
  /** Null where no provider can be asked. */
  model: z.object({ apiKey: z.string(), baseUrl: z.string().optional() }).nullable(),
  mail: Mail,
});
export type FollowerTask = z.infer<typeof FollowerTask>;
