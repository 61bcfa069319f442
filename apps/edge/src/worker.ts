import { isMigrated, type Database } from '@resumint/drizzle';
import { composition } from './composition.ts';

/** The part of a Worker's execution context that is used. */
interface ExecutionContext {
  waitUntil: (work: Promise<unknown>) => void;
}

export default {
  async fetch(request: Request, bindings: Record<string, unknown>, ctx: ExecutionContext): Promise<Response> {
    const { db, simulated, createRequestHandler } = await composition(bindings);
    if (new URL(request.url).pathname === '/health') return health(db, simulated);
    const answer = createRequestHandler((work) => ctx.waitUntil(work))(request);
    // A client that leaves ends all that is not waited for, an admission that is being written included.
    ctx.waitUntil(answer);
    return answer;
  },
};

/** Whether this worker can serve: 200 when it can, 503 with what is missing when it cannot. */
async function health(db: Database, simulated: string[]): Promise<Response> {
  const database = await databaseHealth(db);
  const isHealthy = database === 'migrated';
  return Response.json(
    { status: isHealthy ? 'ok' : 'unavailable', database, simulated },
    { status: isHealthy ? 200 : 503, headers: { 'cache-control': 'no-store' } },
  );
}

async function databaseHealth(db: Database): Promise<'migrated' | 'outdated' | 'unreachable'> {
  try {
    return (await isMigrated(db)) ? 'migrated' : 'outdated';
  } catch {
    return 'unreachable';
  }
}
