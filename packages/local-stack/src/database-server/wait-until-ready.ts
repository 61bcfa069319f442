import { createConnection, type RowDataPacket } from 'mysql2/promise';
import { setTimeout as wait } from 'node:timers/promises';
import type { Supervised } from './supervise.ts';

const readyTimeoutMs = 120_000;

/** Tries to connect until the server answers, and returns its version. Throws once the server has ended. */
export async function waitUntilReady(url: string, server: Supervised): Promise<string> {
  const deadline = Date.now() + readyTimeoutMs;
  for (;;) {
    try {
      return await readVersion(url);
    } catch (cause) {
      if (server.hasExited()) throw new Error('The database server ended while starting', { cause });
      if (Date.now() >= deadline) throw new Error('The database server does not answer', { cause });
      await wait(50);
    }
  }
}

async function readVersion(url: string): Promise<string> {
  const connection = await createConnection({ uri: url, connectTimeout: 5_000 });
  try {
    const [[row]] = await connection.query<(RowDataPacket & { version: string })[]>(
      'SELECT VERSION() AS version',
    );
    if (!row) throw new Error('The server told no version');
    return row.version;
  } finally {
    connection.destroy();
  }
}
