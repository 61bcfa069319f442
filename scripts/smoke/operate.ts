import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect, ledger } from '@resumint/drizzle';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { NO_SERVICES } from '../launch-product.ts';
import { clientOf } from './crash.ts';
import { FOLLOWER_SECRET, runNode, type Launched } from './launch.ts';

const Followed = z.object({
  steps: z.looseObject({ followStreams: z.object({ broken: z.literal(0), failed: z.literal(0) }) }),
});
const Audited = z.object({
  streams: z.array(
    z.object({
      userId: z.string(),
      found: z.int(),
      isExact: z.boolean(),
      findings: z.array(z.object({ seq: z.int(), problem: z.string() })),
    }),
  ),
});
const Served = z.object({ url: z.url() });

/** A scheduler and an operator have the ledger followed and audited; an entry that was edited is named. */
export async function checkOperating(launched: Launched): Promise<void> {
  await checkFollowRoute(launched);
  const { url: databaseUrl } = Served.parse(
    JSON.parse(readFileSync(join(launched.dataDirectory, 'database.json'), 'utf8')),
  );
  const followed = await run(launched, ['scripts/follow.ts'], { DATABASE_URL: databaseUrl });
  assert.equal(followed.code, 0, followed.errors);
  assert.ok(isWhole(Followed.parse(JSON.parse(followed.output))));

  const { audit, code } = await auditAll(launched);
  assert.equal(code, 0);
  assert.ok(audit.streams.length > 0 && audit.streams.every(({ found, isExact }) => found === 0 && isExact));
  await checkEdited(launched, databaseUrl);
  console.log('Operating: followed by route and by command, audited; an entry that was edited is named.');
}

async function checkFollowRoute({ url }: Launched): Promise<void> {
  const follow = (headers: Record<string, string>) => fetch(`${url}/api/follow`, { method: 'POST', headers });
  assert.equal((await follow({})).status, 401);
  assert.equal((await follow({ authorization: `Bearer ${FOLLOWER_SECRET}x` })).status, 401);
  const followed = await follow({ authorization: `Bearer ${FOLLOWER_SECRET}` });
  assert.equal(followed.status, 200);
  assert.ok(isWhole(Followed.parse(await followed.json())));
}

/** Takes a token off the last charge behind the product's back. */
async function checkEdited(launched: Launched, databaseUrl: string): Promise<void> {
  const { receipts } = await clientOf(launched).usage.list.query({ limit: 1 });
  const operationId = receipts[0]?.operationId ?? '';
  const { db, close } = await connect(databaseUrl);
  try {
    const [row] = await db
      .select({ userId: ledger.userId, seq: ledger.seq, tokens: ledger.tokens })
      .from(ledger)
      .where(and(eq(ledger.operationId, operationId), eq(ledger.step, 1)));
    assert.ok(row);
    const { userId, seq, tokens } = row;
    await db
      .update(ledger)
      .set({ tokens: tokens - 1 })
      .where(and(eq(ledger.userId, userId), eq(ledger.seq, seq)));
    const { audit, code } = await auditAll(launched);
    assert.equal(code, 1);
    const edited = audit.streams.find((stream) => stream.userId === userId);
    assert.ok(edited?.findings.some((finding) => finding.seq === seq));
  } finally {
    await close();
  }
}

async function auditAll(launched: Launched) {
  const { output, errors, code } = await run(launched, ['scripts/audit.ts', '--json']);
  assert.notEqual(output, '', errors);
  return { audit: Audited.parse(JSON.parse(output)), code };
}

function isWhole({ steps }: z.infer<typeof Followed>): boolean {
  return !Object.values(steps).includes('failed');
}

/** Runs a script of the root on the data of what was launched. */
function run(
  { dataDirectory }: Launched,
  [script, ...args]: [string, ...string[]],
  variables: NodeJS.ProcessEnv = {},
) {
  return runNode(script, args, { ...NO_SERVICES, DATA_DIRECTORY: dataDirectory, ...variables });
}
