import type { Pool, PoolConnection } from 'mysql2';
import { VitessError } from './vitess-error.ts';

const acquireTimeoutMs = 10_000;

/** A connection of the pool. Throws RESOURCE_EXHAUSTED when none becomes free within ten seconds. */
export async function acquireConnection(pool: Pool): Promise<PoolConnection> {
  const { promise, resolve, reject } = Promise.withResolvers<PoolConnection>();
  let isTooLate = false;
  const timer = setTimeout(() => {
    isTooLate = true;
    reject(new VitessError('RESOURCE_EXHAUSTED', 'connection pool timed out'));
  }, acquireTimeoutMs);
  pool.getConnection((error, connection) => {
    clearTimeout(timer);
    if (isTooLate) connection?.release();
    else if (error) reject('code' in error ? error : new VitessError('UNAVAILABLE', error.message));
    else resolve(connection);
  });
  return promise;
}
