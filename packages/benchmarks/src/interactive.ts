import type { Pool, PoolConnection } from 'mysql2/promise';

/** The same job done by interactive transactions: counters locked, looked at and changed, an operation's row beside. */
export interface Interactive {
  pair(userId: string, operationId: string): Promise<void>;
}

const HELD = 2_600;
const USED = 1_581;
const LIMIT = Number.MAX_SAFE_INTEGER;

export async function createInteractive(pool: Pool, userIds: readonly string[]): Promise<Interactive> {
  await pool.query(
    'create table counters (user_id varchar(40) primary key, held bigint not null, used_today bigint not null, used_this_month bigint not null)',
  );
  await pool.query(
    'create table calls (user_id varchar(40), operation_id varchar(40), held bigint not null, used bigint, primary key (user_id, operation_id))',
  );
  for (const userId of userIds) await pool.execute('insert into counters values (?, 0, 0, 0)', [userId]);
  return {
    async pair(userId, operationId) {
      await inTransaction(pool, async (connection) => {
        const [rows] = await connection.execute(
          'select held, used_today, used_this_month from counters where user_id = ? for update',
          [userId],
        );
        if (usedOf(rows) + HELD > LIMIT) throw new Error('refused');
        await connection.execute('insert into calls values (?, ?, ?, null)', [userId, operationId, HELD]);
        await connection.execute('update counters set held = held + ? where user_id = ?', [HELD, userId]);
      });
      await inTransaction(pool, async (connection) => {
        await connection.execute('select held from counters where user_id = ? for update', [userId]);
        await connection.execute('update calls set used = ? where user_id = ? and operation_id = ?', [
          USED,
          userId,
          operationId,
        ]);
        await connection.execute(
          'update counters set held = held - ?, used_today = used_today + ?, used_this_month = used_this_month + ? where user_id = ?',
          [HELD, USED, USED, userId],
        );
      });
    },
  };
}

async function inTransaction(pool: Pool, work: (connection: PoolConnection) => Promise<void>): Promise<void> {
  const connection = await pool.getConnection();
  try {
    await connection.beginTransaction();
    await work(connection);
    await connection.commit();
  } catch (error) {
    await connection.rollback();
    throw error;
  } finally {
    connection.release();
  }
}

function usedOf(rows: unknown): number {
  const found: unknown[] = Array.isArray(rows) ? rows : [];
  const [row] = found;
  return typeof row === 'object' && row !== null && 'used_today' in row ? Number(row.used_today) : 0;
}
