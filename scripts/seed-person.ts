import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLocalAuthStore } from '@resumint/api';
import { connect } from '@resumint/drizzle';
import { createLedger } from '@resumint/metering';
import { seedStream, type Scenario } from '@resumint/seed';
import { z } from 'zod';
import { ensureAccount, type LocalAccount } from './start/ensure-account.ts';

export type { Scenario };

const Served = z.object({ url: z.string() });
const Secrets = z.object({ ledger: z.string() });

/** Makes a person with a history in the local database of a product that runs on this data. */
export async function seedPerson(
  { dataDirectory }: { dataDirectory: string },
  account: LocalAccount,
  { scenario, zone }: { scenario: Scenario; zone: string },
): Promise<void> {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(dataDirectory, name), 'utf8'));
  const { db, close } = await connect(Served.parse(read('database.json')).url);
  try {
    const ledger = createLedger({ db, secret: Secrets.parse(read('secrets.json')).ledger });
    const store = createLocalAuthStore(db);
    const begin = (userId: string) => seedStream(ledger, userId, { scenario, zone, now: Date.now() });
    await ensureAccount(store, account, { role: 'person', begin });
  } finally {
    await close();
  }
}
