import type { FieldPacket, PoolConnection, ResultSetHeader } from 'mysql2';
import { describeField, type VitessField } from './describe-field.ts';
import { encodeRow, type VitessRow } from './encode-row.ts';
import { VitessError } from './vitess-error.ts';

const rowLimit = 100_000;
const byteLimit = 64 * 1024 * 1024;
const inTransactionStatus = 1;

export interface StatementResult {
  result: { fields?: VitessField[]; rows?: VitessRow[]; rowsAffected?: string; insertId?: string };
  /** What the server says of the connection after the statement; a statement that returns rows says nothing. */
  isInTransaction?: boolean;
}

/**
 * Runs one statement and keeps every value's bytes as the server sent them. A signal that fires destroys the
 * connection, which has the server roll back, and throws the signal's reason.
 */
export async function runStatement(
  connection: PoolConnection,
  sql: string,
  signal: AbortSignal,
): Promise<StatementResult> {
  signal.throwIfAborted();
  const collected = collect();
  const { promise: ended, resolve, reject } = Promise.withResolvers<void>();
  const abort = () => {
    connection.destroy();
    reject(signal.reason);
  };
  signal.addEventListener('abort', abort);
  // A lost connection is told to the connection alone.
  connection.once('error', reject);
  try {
    const query = connection.query({ sql, rowsAsArray: true, typeCast: false });
    query.on('fields', collected.addFields);
    query.on('result', collected.addResult);
    query.on('error', reject);
    query.on('end', resolve);
    await ended;
  } finally {
    signal.removeEventListener('abort', abort);
    connection.removeListener('error', reject);
  }
  return collected.finish();
}

function collect() {
  const fields: VitessField[] = [];
  const rows: VitessRow[] = [];
  let header: ResultSetHeader | undefined;
  let resultSets = 0;
  let rowsSeen = 0;
  let bytes = 0;
  return {
    addFields: (columns: FieldPacket[] | undefined) => {
      resultSets += 1;
      if (columns && resultSets === 1) fields.push(...columns.map(describeField));
    },
    addResult: (result: (Buffer | null)[] | ResultSetHeader) => {
      if (!Array.isArray(result)) {
        header = result;
        return;
      }
      rowsSeen += 1;
      bytes += result.reduce((sum, cell) => sum + (cell?.length ?? 0), 0);
      // Rows past the limit are read and dropped, so that the connection stays usable.
      if (rowsSeen <= rowLimit && bytes <= byteLimit) rows.push(encodeRow(result));
    },
    finish: (): StatementResult => {
      if (resultSets > 1) throw new VitessError('UNIMPLEMENTED', 'Several result sets are not supported');
      if (rowsSeen > rowLimit) throw new VitessError('ABORTED', `Row count exceeded ${rowLimit}`);
      if (bytes > byteLimit) {
        throw new VitessError('RESOURCE_EXHAUSTED', `Result exceeded ${byteLimit} bytes`);
      }
      return header ? describeHeader(header) : { result: { fields, rows } };
    },
  };
}

function describeHeader({ affectedRows, insertId, serverStatus }: ResultSetHeader): StatementResult {
  return {
    result: {
      ...(affectedRows && { rowsAffected: String(affectedRows) }),
      ...(insertId && { insertId: String(insertId) }),
    },
    isInTransaction: (serverStatus & inTransactionStatus) !== 0,
  };
}
