import { createExportHandler } from '@resumint/api';
import { ledger as table } from '@resumint/drizzle';
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../set-clock.ts';
import { startTestApp, type TestApp } from '../test-app.ts';
import { platforms } from '../test-database.ts';
import { arbitraryPastIn, type Past } from './arbitrary-past.ts';
import { CLOCK_CHANGES, ZONES } from './clock-changes.ts';
import { charged, READERS, type Looking } from './readers.ts';
import { alike, asShown } from './totals.ts';
import { writePast } from './write-past.ts';

const RUNS = 8;
const TIME_LIMIT_MS = 120_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const NOTHING_HAPPENED = { anchorDay: 1, isUnlimited: false, events: [], followed: 'nothing' as const };

// Over HTTP each statement may have another connection, and so another clock.
const servers = platforms().filter(({ driver }) => driver === 'mysql');

describe.each(servers)('whatever happened, $server.name', (platform) => {
  let app: TestApp;
  let exportActivity: (request: Request) => Promise<Response>;

  beforeAll(async () => {
    app = await startTestApp({ platform, poolSize: 1 });
    exportActivity = createExportHandler(app.dependencies);
  });
  afterAll(() => app.stop());

  it.each(ZONES)(
    'all screens and files say the same of it to the nano-dollar, shortly after the clocks change in %s',
    { timeout: TIME_LIMIT_MS },
    async (zone) => {
      await fc.assert(
        fc.asyncProperty(arbitraryPastIn(zone), async (past) => {
          const looking = await lookAt(past);
          const expected = await charged(looking);
          for (const [reader, read] of Object.entries(READERS)) {
            const said = await read(looking);
            expect({ reader, ...asShown(said) }).toEqual({ reader, ...asShown(alike(expected, said)) });
          }
        }),
        { numRuns: RUNS, plugins: [fc.interruptAfterTimeLimit(TIME_LIMIT_MS / 2)] },
      );
    },
  );

  it.each(CLOCK_CHANGES)(
    'a day of $dayHours hours is one, $zone $changesAt',
    async ({ zone, changesAt, dayHours }) => {
      const now = Date.parse(changesAt) + MINUTE_MS;
      const { day } = (await lookAt({ ...NOTHING_HAPPENED, zone, now, openedAt: now - MINUTE_MS })).summary;
      expect((day.resetsAt.getTime() - day.startsAt.getTime()) / HOUR_MS).toBe(dayHours);
    },
  );

  async function lookAt(past: Past): Promise<Looking> {
    const { client, userId, token } = await app.createPerson();
    // Its own stream in place of the one that was opened for it.
    await app.db.delete(table).where(eq(table.userId, userId));
    await setClock(app.db, past.now);
    const { ledger } = app.dependencies.metering;
    await writePast({ ledger, direct: app.direct }, userId, past);
    return {
      client,
      summary: await client.usage.summary.query(),
      exported: async (query) => {
        const address = `http://resumint.test/api/usage/export?${new URLSearchParams(query)}`;
        const headers = { authorization: `Bearer ${token}` };
        return (await exportActivity(new Request(address, { headers }))).text();
      },
    };
  }
});
