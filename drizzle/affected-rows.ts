/**
 * How many rows a write touched, whichever driver answered: `affectedRows` from mysql2, which wraps it in an array,
 * and `rowsAffected` over HTTP.
 */
export function affectedRows(result: unknown): number {
  const header: unknown = Array.isArray(result) ? result[0] : result;
  if (typeof header === 'object' && header !== null) {
    if ('affectedRows' in header && typeof header.affectedRows === 'number') return header.affectedRows;
    if ('rowsAffected' in header && typeof header.rowsAffected === 'number') return header.rowsAffected;
  }
  throw new TypeError('The driver answered a write with something that has no row count');
}
