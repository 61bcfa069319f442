import { createFollower } from '@resumint/api/follower';
import { createId, streamPositions } from '@resumint/drizzle';
import {
  createLedger,
  createPriceBook,
  defaultTerms,
  findChangedStreams,
  writeHistory,
  type ChangedStreams,
  type Ledger,
} from '@resumint/metering';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { anyPlatform, createTestDatabase, type TestDatabase } from '../test-database.ts';

const MINUTE_MS = 60_000;

let database: TestDatabase;
let ledger: Ledger;

beforeAll(async () => {
  database = await createTestDatabase(anyPlatform());
  ledger = createLedger({
    db: (await database.open()).db,
    secret: 'a secret for tests, of 32 letters or more',
  });
});
afterAll(() => database.drop());

/** A stream of one entry at a time. */
async function openedAt(at: number): Promise<string> {
  const userId = createId('user');
  await writeHistory(ledger, userId, { terms: defaultTerms('UTC'), openedAt: at, decisions: [] });
  return userId;
}

it('every stream is found over stretches of a few entries, also where many are of one moment', async () => {
  const first = Date.parse('2026-03-17T08:00:00Z');
  const moments = [0, 1, 1, 1, 1, 1, 2, 50, 50, 1_000];
  const userIds = await Promise.all(moments.map((after) => openedAt(first + after)));
  const found: string[] = [];
  let stretch: ChangedStreams;
  let since = new Date(0);
  do {
    stretch = await findChangedStreams(ledger.db, since, 3);
    found.push(...stretch.streams.map(({ userId }) => userId));
    since = stretch.until ?? since;
  } while (stretch.until !== null);
  expect(found.toSorted(inOrder)).toEqual(userIds.toSorted(inOrder));
});

it('an entry that lands after the clock has passed its time is found', async () => {
  const follower = createFollower({
    db: ledger.db,
    ledger,
    prices: createPriceBook(ledger.db),
    findUsage: null,
    sendMail: null,
    appOrigin: 'http://resumint.test',
    report: (error) => {
      throw error;
    },
  });
  await follower.pass();
  const late = await openedAt(Date.now() - MINUTE_MS);
  await follower.pass();
  const positions = await ledger.db.select().from(streamPositions).where(eq(streamPositions.userId, late));
  expect(positions).toMatchObject([{ seq: 1 }]);
});

const inOrder = (left: string, right: string) => (left < right ? -1 : 1);
