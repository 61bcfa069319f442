import { on } from 'node:events';
import { connect } from '@resumint/drizzle';
import { createLedger } from '@resumint/metering';
import { seedPerson } from './seed-person.ts';
import { SeededPerson, SeedTask } from './seed-task.ts';

const STATEMENT_WITHIN_MS = 120_000;

const [, , task = ''] = process.argv;
const { databaseUrl, secret, ...stretch } = SeedTask.parse(JSON.parse(task));
const { db, close } = await connect(databaseUrl, { timeoutMs: STATEMENT_WITHIN_MS, poolSize: 1 });
const ledger = createLedger({ db, secret });
const ended = new AbortController();
process.once('disconnect', () => ended.abort());
process.send?.('ready');
try {
  for await (const [person] of on(process, 'message', { signal: ended.signal })) {
    await seedPerson(ledger, SeededPerson.parse(person), stretch);
    process.send?.('ready');
  }
} catch (error) {
  if (!ended.signal.aborted) throw error;
}
await close();
