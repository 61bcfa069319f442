import { parseArgs } from 'node:util';
import { connect } from '@resumint/drizzle';
import { auditAll, auditStream, createLedger, type AuditOfUser, type Ledger } from '@resumint/metering';
import { auditTable } from './audit/audit-table.ts';
import { reachDatabase } from './audit/reach-database.ts';
import { readSettings } from './start/settings.ts';

/** Audits every usage record, or one: exits 1 where anything is found. */
const { values } = parseArgs({
  options: {
    user: { type: 'string' },
    'from-checkpoint': { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const settings = readSettings();
const database = await reachDatabase(settings);
const { db, close } = await connect(database.url, { timeoutMs: 60_000 });
try {
  const ledger = createLedger({ db, secret: settings.secrets.ledger });
  const startedAt = performance.now();
  const audits: AuditOfUser[] = [];
  for await (const audit of streamsIn(ledger)) audits.push(audit);
  const seconds = (performance.now() - startedAt) / 1000;
  console.log(values.json ? toJson({ seconds, streams: audits }) : auditTable(audits, seconds));
  process.exitCode = audits.every(({ found, isExact }) => found === 0 && isExact) ? 0 : 1;
} finally {
  await close();
  await database.stop();
}

async function* streamsIn(ledger: Ledger): AsyncGenerator<AuditOfUser> {
  const from = values['from-checkpoint'] ? 'checkpoint' : 'start';
  const { user: userId } = values;
  if (userId === undefined) yield* auditAll(ledger, { from });
  else yield { userId, ...(await auditStream(ledger, userId, { from })) };
}

function toJson(answer: unknown): string {
  const plain = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value);
  return JSON.stringify(answer, plain, 2);
}
