import { join } from 'node:path';
import { writeFile } from 'node:fs/promises';
import { createLocalAuthStore } from '@resumint/api';
import { openSession } from '@resumint/auth/local';
import { hashPassword } from '@resumint/auth/local/passwords';
import { connect, createId } from '@resumint/drizzle';
import { migrate } from '@resumint/drizzle/migrate';
import { addPrices, createLedger, OPENAI_PRICES } from '@resumint/metering';
import { seedStream, type Scenario } from '@resumint/seed';
import type { Settings } from './settings.ts';
import type { Stack } from './open-stack.ts';

export interface LocalAccount {
  email: string;
  password: string;
}

/** Migrates, adds prices, and makes a demo person and an admin where they are not there yet. */
export async function prepareDatabase(
  { dataDirectory, secrets, url }: Settings,
  { databaseUrl }: Stack,
): Promise<{ demo: LocalAccount; admin: LocalAccount }> {
  await migrate(databaseUrl);
  const { db, close } = await connect(databaseUrl);
  await addPrices(db, OPENAI_PRICES);
  const store = createLocalAuthStore(db);
  const ledger = await createLedger({ db, secret: secrets.ledger });

  const ensure = async (
    account: LocalAccount,
    role: 'person' | 'admin',
    scenario: Scenario,
  ): Promise<string> => {
    const found = await store.findAccountByEmail(account.email);
    if (found) return found.userId;
    const userId = createId('user');
    await seedStream(ledger, userId, { scenario, zone: localZone(), now: Date.now() });
    await store.createAccount({
      userId,
      email: account.email,
      role,
      passwordHash: await hashPassword(account.password),
    });
    return userId;
  };
  const demo = { email: 'demo@resumint.local', password: secrets.demoPassword };
  const admin = { email: 'admin@resumint.local', password: secrets.adminPassword };
  const demoId = await ensure(demo, 'person', 'normal');
  await ensure(admin, 'admin', 'empty');

  const session = { store, secret: secrets.session, newSessionId: () => createId('session') };
  const { token } = await openSession(session, { userId: demoId, role: 'person' });
  await writeFile(join(dataDirectory, 'cli.json'), JSON.stringify({ url, token }), { mode: 0o600 });
  await close();
  return { demo, admin };
}

function localZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
