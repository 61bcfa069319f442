import { isMigrated } from '@resumint/drizzle';
import { composition } from '../../../composition.ts';

export const dynamic = 'force-dynamic';

/** Whether this process can serve: 200 when it can, 503 with what is missing when it cannot. */
export async function GET(): Promise<Response> {
  const { db, simulated } = await composition();
  const database = await databaseHealth(db);
  const isHealthy = database === 'migrated';
  return Response.json(
    { status: isHealthy ? 'ok' : 'unavailable', database, simulated },
    { status: isHealthy ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}

async function databaseHealth(
  db: Parameters<typeof isMigrated>[0],
): Promise<'migrated' | 'outdated' | 'unreachable'> {
  try {
    return (await isMigrated(db)) ? 'migrated' : 'outdated';
  } catch {
    return 'unreachable';
  }
}
