import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createId, ledger as table } from '@resumint/drizzle';
import {
  auditStream,
  createLedger,
  defaultTerms,
  openStream,
  readState,
  setLimits,
} from '@resumint/metering';
import { bundleProgram } from '@resumint/local-stack';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createTestDatabase, type TestDatabase } from '../test-database.ts';
import { ContenderReport, type ContenderTask } from './contender-messages.ts';
import { ways } from './ways.ts';

const SECRET = 'a secret for tests, of 32 letters or more';
const PROCESSES = 4;
const CALLS_PER_PROCESS = 30;
const TOKENS = 500;
const FITTING = 20;

let directory: string;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'resumint-contention-'));
  await bundleProgram(fileURLToPath(new URL('./contender.ts', import.meta.url)), programIn(directory));
});
afterAll(() => rm(directory, { recursive: true }));

const programIn = (folder: string) => join(folder, 'contender.mjs');

describe.each(ways())('$server.name over $driver, combining: $combine', ({ combine, ...platform }) => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await createTestDatabase(platform);
  });
  afterAll(() => database.drop());

  it('admits exactly what fits when four processes call at once, and refuses the rest with a reset time', async () => {
    const { db } = await database.open();
    const ledger = createLedger({ db, secret: SECRET });
    const userId = createId('user');
    await openStream(ledger, userId, defaultTerms('Europe/Berlin'));
    const limits = { tokensPerDay: BigInt(FITTING * TOKENS) };
    await setLimits(ledger, { userId, actor: userId }, { limits, maxInFlight: 32 });

    const reports = await Promise.all(
      Array.from({ length: PROCESSES }, (_, index) =>
        contend({
          databaseUrl: database.url,
          secret: SECRET,
          statementsDirectory: inject('statementsDirectory'),
          combine,
          userId,
          calls: CALLS_PER_PROCESS,
          tokens: TOKENS,
          prefix: `p${index}c`,
        }),
      ),
    );

    const total = (of: (report: ContenderReport) => number) =>
      reports.reduce((sum, report) => sum + of(report), 0);
    expect(reports.flatMap(({ errors }) => errors)).toEqual([]);
    expect(total(({ settled }) => settled)).toBe(FITTING);
    expect(total(({ deniedWithReset }) => deniedWithReset)).toBe(PROCESSES * CALLS_PER_PROCESS - FITTING);

    const { state } = await readState(ledger, userId);
    const [sum] = await db
      .select({
        tokens: sql`sum(${table.tokens})`.mapWith(Number),
        nanos: sql`sum(${table.costNanos})`.mapWith(BigInt),
      })
      .from(table)
      .where(and(eq(table.userId, userId), inArray(table.kind, ['settle', 'expire', 'correct'])));
    expect(state.day.spent).toEqual({ tokens: FITTING * TOKENS, costNanos: BigInt(FITTING) });
    expect(sum).toEqual({ tokens: state.day.spent.tokens, nanos: state.day.spent.costNanos });
    expect(state.day.held).toEqual({ tokens: 0, costNanos: 0n });
    expect(state.open).toEqual([]);
    expect((await auditStream(ledger, userId)).findings).toEqual([]);
  });
});

async function contend(task: ContenderTask): Promise<ContenderReport> {
  const child = fork(programIn(directory), [JSON.stringify(task)], {
    execPath: process.execPath,
    execArgv: [],
  });
  const [message]: unknown[] = await once(child, 'message');
  return ContenderReport.parse(message);
}
