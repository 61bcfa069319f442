import type { Logger } from 'drizzle-orm';
import type { MySqlDatabase, MySqlQueryResultHKT, PreparedQueryHKTBase } from 'drizzle-orm/mysql-core';

/** Either driver. Nothing above this package knows which one it has. */
export type Database = MySqlDatabase<MySqlQueryResultHKT, PreparedQueryHKTBase>;

export interface Connection {
  db: Database;
  close: () => Promise<void>;
}

export interface ConnectOptions {
  /** Sees the text of every statement, never its values. */
  onStatement?: (statement: string) => void;
  /** At most this many connections at once. Only the `mysql:` driver pools. */
  poolSize?: number;
  /** A statement without an answer by then fails, though the server may still run it. */
  timeoutMs?: number;
}

export const DEFAULT_TIMEOUT_MS = 5_000;

export function statementLogger({ onStatement }: ConnectOptions): Logger | false {
  return onStatement ? { logQuery: (statement) => onStatement(statement) } : false;
}
