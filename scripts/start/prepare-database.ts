import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLocalAuthStore } from '@resumint/api';
import { openSession, type LocalAuthStore } from '@resumint/auth/local';
import { connect, createId } from '@resumint/drizzle';
import { migrate } from '@resumint/drizzle/migrate';
import { addPrices, createLedger, OPENAI_PRICES, type Ledger } from '@resumint/metering';
import { HEAVY, seedHeavy, seedStream } from '@resumint/seed';
import { ensureAccount, type LocalAccount } from './ensure-account.ts';
import type { Stack } from './open-stack.ts';
import type { Settings } from './settings.ts';
import type { DemoHistory } from './start-options.ts';

export interface LocalAccounts {
  demo: LocalAccount;
  admin: LocalAccount;
}

/**
 * Migrates and adds prices. In the local database it also makes a demo person and an admin, once, and leaves a token
 * for the command line; a database of somebody's own gets no accounts, nor does one of people whom Clerk signs in.
 */
export async function prepareDatabase(
  settings: Settings,
  stack: Stack,
  demo: DemoHistory,
): Promise<LocalAccounts | null> {
  await migrate(stack.databaseUrl);
  const { db, close } = await connect(stack.databaseUrl);
  try {
    await addPrices(db, OPENAI_PRICES);
    if (!stack.localDatabase || settings.hasClerk) return null;
    const ledger = createLedger({ db, secret: settings.secrets.ledger });
    const { directUrl } = stack.localDatabase;
    return await prepareAccounts(settings, { ledger, directUrl, store: createLocalAuthStore(db) }, demo);
  } finally {
    await close();
  }
}

async function prepareAccounts(
  { secrets, url, dataDirectory }: Settings,
  { store, ...place }: Place & { store: LocalAuthStore },
  history: DemoHistory,
): Promise<LocalAccounts> {
  const demo = { email: 'demo@resumint.local', password: secrets.demoPassword };
  const admin = { email: 'admin@resumint.local', password: secrets.adminPassword };
  const begin = (before: DemoHistory) => (id: string) => seed(place, id, { before, secret: secrets.ledger });
  const userId = await ensureAccount(store, demo, { role: 'person', begin: begin(history) });
  await ensureAccount(store, admin, { role: 'admin', begin: begin({ scenario: 'empty' }) });

  const options = { store, secret: secrets.session, newSessionId: () => createId('session') };
  const { token } = await openSession(options, { userId, role: 'person' });
  await writeFile(join(dataDirectory, 'cli.json'), JSON.stringify({ url, token }), { mode: 0o600 });
  return { demo, admin };
}

interface Place {
  ledger: Ledger;
  /** Past the gateway: a long history is written by other processes. */
  directUrl: string;
}

async function seed(
  { ledger, directUrl }: Place,
  userId: string,
  { before, secret }: { before: DemoHistory; secret: string },
): Promise<void> {
  const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
  if (before.scenario !== 'heavy') {
    await seedStream(ledger, userId, { scenario: before.scenario, zone, now: Date.now() });
    return;
  }
  console.log(`Writing ${before.calls} calls …`);
  await seedHeavy({
    databaseUrl: directUrl,
    secret,
    first: { userId, zone },
    callsOfFirst: Math.min(before.calls, HEAVY.callsOfFirst),
    calls: before.calls,
    days: HEAVY.days,
    until: Date.now(),
    report: (line) => console.log(`  ${line}`),
  });
}
