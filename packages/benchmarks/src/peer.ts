import type { Pool } from 'mysql2/promise';
import { RateLimiterMySQL } from 'rate-limiter-flexible';

/** Consumes a day key and a month key of a rate limiter: it holds nothing, settles nothing and knows no money. */
export interface Peer {
  pair(userId: string): Promise<void>;
}

const DAY_SECONDS = 86_400;

export async function createPeer(pool: Pool, database: string): Promise<Peer> {
  const day = await createLimiter(pool, { database, table: 'peer_day', seconds: DAY_SECONDS });
  const month = await createLimiter(pool, { database, table: 'peer_month', seconds: 30 * DAY_SECONDS });
  return {
    async pair(userId) {
      await day.consume(userId, 5);
      await month.consume(userId, 5);
    },
  };
}

function createLimiter(
  pool: Pool,
  { database, table, seconds }: { database: string; table: string; seconds: number },
): Promise<RateLimiterMySQL> {
  return new Promise((resolve, reject) => {
    const limiter = new RateLimiterMySQL(
      {
        storeClient: pool.pool,
        storeType: 'mysql2',
        dbName: database,
        tableName: table,
        points: Number.MAX_SAFE_INTEGER,
        duration: seconds,
      },
      (error?: Error) => (error ? reject(error) : resolve(limiter)),
    );
  });
}
