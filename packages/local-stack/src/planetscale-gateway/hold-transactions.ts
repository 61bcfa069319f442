import type { Pool, PoolConnection } from 'mysql2';
import { acquireConnection } from './acquire-connection.ts';
import { runStatement, type StatementResult } from './run-statement.ts';
import { endsTransaction, VitessError } from './vitess-error.ts';

interface TransactionOptions {
  pool: Pool;
  timeoutMs: number;
  /** Ends a connection from outside, so that what it waits for on the server ends too. */
  kill: (connection: PoolConnection) => Promise<void>;
}

interface Transaction {
  connection: PoolConnection;
  expiry: AbortController;
  timer: NodeJS.Timeout;
  /** The statement under way, settled or not; it never rejects. */
  running?: Promise<void>;
}

export type Transactions = ReturnType<typeof holdTransactions>;

/**
 * Keeps one connection for each session with an open transaction. A transaction that is still open after `timeoutMs` is
 * rolled back and its connection freed, whatever it is doing.
 */
export function holdTransactions({ pool, timeoutMs, kill }: TransactionOptions) {
  const open = new Map<string, Transaction>();

  async function begin(sessionId: string, sql: string): Promise<StatementResult> {
    const connection = await acquireConnection(pool);
    if (open.has(sessionId)) {
      connection.release();
      throw inUse(sessionId);
    }
    const expiry = new AbortController();
    const timer = setTimeout(() => void expire(sessionId, transaction), timeoutMs);
    const transaction: Transaction = { connection, expiry, timer };
    open.set(sessionId, transaction);
    try {
      return await run(sessionId, transaction, sql);
    } catch (error) {
      if (forget(sessionId, transaction)) connection.release();
      throw error;
    }
  }

  async function runNext(sessionId: string, sql: string): Promise<StatementResult> {
    const transaction = open.get(sessionId);
    if (!transaction) throw ended(sessionId);
    if (transaction.running) throw inUse(sessionId);
    return run(sessionId, transaction, sql);
  }

  /** Unlike other statements a rollback waits for the one under way, which may end the transaction itself. */
  async function rollBack(sessionId: string, sql: string): Promise<StatementResult> {
    const transaction = open.get(sessionId);
    while (transaction?.running) await transaction.running;
    const isOpen = transaction !== undefined && open.get(sessionId) === transaction;
    return isOpen ? run(sessionId, transaction, sql) : { result: {} };
  }

  async function run(sessionId: string, transaction: Transaction, sql: string): Promise<StatementResult> {
    const { connection, expiry } = transaction;
    const statement = runStatement(connection, sql, expiry.signal);
    const settled = statement.then(
      ({ isInTransaction }) => {
        if (isInTransaction === false && forget(sessionId, transaction)) connection.release();
      },
      (error: unknown) => {
        if (isFatal(error) && forget(sessionId, transaction)) connection.destroy();
        if (endsTransaction(error) && forget(sessionId, transaction)) connection.release();
      },
    );
    transaction.running = settled;
    await settled;
    delete transaction.running;
    return statement;
  }

  async function expire(sessionId: string, transaction: Transaction): Promise<void> {
    if (!forget(sessionId, transaction)) return;
    transaction.expiry.abort(ended(sessionId, `exceeded timeout: ${timeoutMs}ms`));
    await kill(transaction.connection);
    transaction.connection.destroy();
  }

  // Whoever forgets a transaction gives its connection back: nobody else may.
  function forget(sessionId: string, transaction: Transaction): boolean {
    clearTimeout(transaction.timer);
    return open.get(sessionId) === transaction && open.delete(sessionId);
  }

  return {
    begin,
    run: runNext,
    rollBack,
    has: (sessionId: string) => open.has(sessionId),
    rollBackAll: async () => {
      await Promise.all([...open].map(([sessionId, transaction]) => expire(sessionId, transaction)));
    },
  };
}

export function ended(sessionId: string, reason = 'not found'): VitessError {
  return new VitessError(
    'ABORTED',
    `vttablet: rpc error: code = Aborted desc = transaction ${sessionId}: ended (${reason})`,
  );
}

function inUse(sessionId: string): VitessError {
  return new VitessError(
    'ABORTED',
    `vttablet: rpc error: code = Aborted desc = transaction ${sessionId}: in use: for query`,
  );
}

function isFatal(error: unknown): boolean {
  return error instanceof Error && 'fatal' in error && error.fatal === true;
}
