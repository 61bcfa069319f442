import { createHandler } from '@resumint/api';
import { createClient } from '@resumint/client';
import { connect } from '@resumint/drizzle';
import { z } from 'zod';
import { composeDependencies } from '../compose-dependencies.ts';
import { recordStatements } from '../statements/record-statements.ts';

/** What a process that is going to be killed is asked to do, as the JSON of its one argument. */
const DoomedTask = z.object({
  databaseUrl: z.string(),
  secret: z.string(),
  modelUrl: z.string(),
  modelKey: z.string(),
  token: z.string(),
  documentId: z.string(),
  holdMs: z.number(),
  statementsDirectory: z.string(),
});
export type DoomedTask = z.infer<typeof DoomedTask>;

/** Makes one call, of which it does not live to hear the end. */
async function call({
  databaseUrl,
  token,
  documentId,
  holdMs,
  statementsDirectory,
  ...shared
}: DoomedTask): Promise<void> {
  const { db } = await connect(databaseUrl, { onStatement: recordStatements(statementsDirectory) });
  const dependencies = await composeDependencies({
    db,
    ...shared,
    times: { holdMs, settleMarginMs: 0 },
    keepAlive: () => {},
    shutdown: new AbortController().signal,
    report: (error) => console.error(error),
  });
  const handler = createHandler(dependencies, { endpoint: '/api/trpc', origins: [] });
  const url = 'http://resumint.test/api/trpc';
  const client = createClient({ url, token, fetch: (input, init) => handler(new Request(input, init)) });
  await client.ai.parseResume.mutate({ documentId });
}

const [, , task = ''] = process.argv;
await call(DoomedTask.parse(JSON.parse(task)));
