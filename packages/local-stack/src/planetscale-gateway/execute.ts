import type { Pool } from 'mysql2';
import { acquireConnection } from './acquire-connection.ts';
import { classifyStatement } from './classify-statement.ts';
import { ended, type Transactions } from './hold-transactions.ts';
import { runStatement, type StatementResult } from './run-statement.ts';
import { describeSession, type ClaimedSession, type GatewaySession } from './session.ts';
import { toVitessError, VitessError, type VitessCode } from './vitess-error.ts';

const statementTimeoutMs = 60_000;

export interface Database {
  name: string;
  statements: Pool;
  transactions: Transactions;
}

export interface ExecuteResponse {
  session: GatewaySession;
  result?: StatementResult['result'];
  error?: { code: VitessCode; message: string };
  timing: number;
}

/** Runs one statement of a session. What the database refuses is part of the response; other errors are thrown. */
export async function execute(
  database: Database,
  sql: string,
  session: ClaimedSession,
): Promise<ExecuteResponse> {
  const startedAt = performance.now();
  const timing = () => (performance.now() - startedAt) / 1_000;
  try {
    const { result } = await route(database, sql, session);
    const inTransaction = database.transactions.has(session.id);
    return { session: describeSession({ ...session, inTransaction }), result, timing: timing() };
  } catch (cause) {
    const error = toVitessError(cause, database.name);
    if (!(error instanceof VitessError)) throw error;
    // A session keeps the transaction it has lost until it rolls back, so that no statement runs outside of it.
    const inTransaction = session.inTransaction || database.transactions.has(session.id);
    const { code, message } = error;
    return {
      session: describeSession({ ...session, inTransaction }),
      error: { code, message },
      timing: timing(),
    };
  }
}

async function route(database: Database, sql: string, session: ClaimedSession): Promise<StatementResult> {
  const { transactions } = database;
  const kind = classifyStatement(sql);
  if (kind === 'rolls back') return transactions.rollBack(session.id, sql);
  if (transactions.has(session.id)) return transactions.run(session.id, sql);
  if (kind === 'opens transaction') return transactions.begin(session.id, sql);
  if (session.inTransaction) throw ended(session.id);
  if (kind === 'changes connection') {
    throw new VitessError('UNIMPLEMENTED', 'Outside a transaction the gateway keeps no connection to change');
  }
  return runAlone(database.statements, sql);
}

async function runAlone(pool: Pool, sql: string): Promise<StatementResult> {
  const connection = await acquireConnection(pool);
  const timeout = AbortSignal.timeout(statementTimeoutMs);
  try {
    const statement = await runStatement(connection, sql, timeout);
    if (statement.isInTransaction) {
      connection.destroy();
      throw new VitessError('UNIMPLEMENTED', 'A transaction starts with BEGIN or START TRANSACTION');
    }
    return statement;
  } catch (error) {
    if (!timeout.aborted) throw error;
    throw new VitessError('DEADLINE_EXCEEDED', `The statement took over ${statementTimeoutMs} ms`, {
      cause: error,
    });
  } finally {
    connection.release();
  }
}
