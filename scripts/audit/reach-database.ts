import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { connect, isMigrated } from '@resumint/drizzle';
import { z } from 'zod';
import type { Settings } from '../start/settings.ts';
import { startDatabase } from '../start/start-database.ts';

const Running = z.object({ url: z.url() });

/** The database of DATABASE_URL; else the local one, as the running product serves it, or started for this alone. */
export async function reachDatabase({
  databaseUrl,
  dataDirectory,
}: Pick<Settings, 'databaseUrl' | 'dataDirectory'>): Promise<{ url: string; stop: () => Promise<void> }> {
  const served = databaseUrl ?? (await findServed(dataDirectory));
  if (served !== null) return { url: served, stop: async () => {} };
  return startDatabase({ dataDirectory: join(dataDirectory, 'database') });
}

/** Null where no product runs on this data. */
async function findServed(dataDirectory: string): Promise<string | null> {
  try {
    const { url } = Running.parse(JSON.parse(await readFile(join(dataDirectory, 'database.json'), 'utf8')));
    const { db, close } = await connect(url);
    try {
      return (await isMigrated(db)) ? url : null;
    } finally {
      await close();
    }
  } catch {
    return null;
  }
}
