import type { Pool } from 'mysql2/promise';

/** Bare durable updates of one row each: what any counter in the database costs at the least. */
export interface Floor {
  update(userId: string): Promise<unknown>;
  /** As many durable writes as a hold and its settlement are. */
  pair(userId: string): Promise<unknown>;
}

export async function createFloor(pool: Pool, userIds: readonly string[]): Promise<Floor> {
  await pool.query(
    'create table floor (user_id varchar(40) primary key, held bigint not null, used bigint not null)',
  );
  for (const userId of userIds) await pool.execute('insert into floor values (?, 0, 0)', [userId]);
  const update = (userId: string) =>
    pool.execute('update floor set held = held + 1 where user_id = ?', [userId]);
  return {
    update,
    async pair(userId) {
      await update(userId);
      await pool.execute('update floor set held = held - 1, used = used + 1 where user_id = ?', [userId]);
    },
  };
}
