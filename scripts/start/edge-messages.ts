import { z } from 'zod';

/** What the edge's process is to run, which it is sent once it listens: secrets stand in no argument. */
export const EdgeTask = z.object({ directory: z.string(), bindings: z.record(z.string(), z.string()) });
export type EdgeTask = z.infer<typeof EdgeTask>;

/** That the edge serves, and where. */
export const EdgeReady = z.object({ url: z.url() });
export type EdgeReady = z.infer<typeof EdgeReady>;
