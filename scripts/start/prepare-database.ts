import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createLocalAuthStore } from '@resumint/api';
import { openSession, type LocalAuthStore } from '@resumint/auth/local';
import { hashPassword } from '@resumint/auth/local/passwords';
import { connect, createId } from '@resumint/drizzle';
import { migrate } from '@resumint/drizzle/migrate';
import { addPrices, createLedger, OPENAI_PRICES, type Ledger } from '@resumint/metering';
import { seedStream, type Scenario } from '@resumint/seed';
import type { Stack } from './open-stack.ts';
import type { Settings } from './settings.ts';

export interface LocalAccounts {
  demo: LocalAccount;
  admin: LocalAccount;
}

interface LocalAccount {
  email: string;
  password: string;
}

/**
 * Migrates and adds prices. In the local database it also makes a demo person and an admin, once, and leaves a token
 * for the command line; a database of somebody's own gets no accounts, nor does one of people whom Clerk signs in.
 */
export async function prepareDatabase(settings: Settings, stack: Stack): Promise<LocalAccounts | null> {
  await migrate(stack.databaseUrl);
  const { db, close } = await connect(stack.databaseUrl);
  try {
    await addPrices(db, OPENAI_PRICES);
    if (!stack.localDatabase || settings.hasClerk) return null;
    const ledger = await createLedger({ db, secret: settings.secrets.ledger });
    return await prepareAccounts(settings, { ledger, store: createLocalAuthStore(db) });
  } finally {
    await close();
  }
}

async function prepareAccounts(
  { secrets, url, dataDirectory }: Settings,
  { ledger, store }: { ledger: Ledger; store: LocalAuthStore },
): Promise<LocalAccounts> {
  const ensure = async (
    { email, password }: LocalAccount,
    { role, scenario }: { role: 'person' | 'admin'; scenario: Scenario },
  ): Promise<string> => {
    const found = await store.findAccountByEmail(email);
    if (found) return found.userId;
    const userId = createId('user');
    const { timeZone: zone } = Intl.DateTimeFormat().resolvedOptions();
    await seedStream(ledger, userId, { scenario, zone, now: Date.now() });
    await store.createAccount({ userId, email, role, passwordHash: await hashPassword(password) });
    return userId;
  };
  const demo = { email: 'demo@resumint.local', password: secrets.demoPassword };
  const admin = { email: 'admin@resumint.local', password: secrets.adminPassword };
  const userId = await ensure(demo, { role: 'person', scenario: 'normal' });
  await ensure(admin, { role: 'admin', scenario: 'empty' });

  const options = { store, secret: secrets.session, newSessionId: () => createId('session') };
  const { token } = await openSession(options, { userId, role: 'person' });
  await writeFile(join(dataDirectory, 'cli.json'), JSON.stringify({ url, token }), { mode: 0o600 });
  return { demo, admin };
}
