import { ModelError } from '@resumint/ai';
import { AppError } from '@resumint/errors';
import { DrizzleQueryError } from 'drizzle-orm';

/** What the product tells its callers, or tries again: refusals, a provider that cannot be asked, a database that is away. */
export function isExpected(error: unknown): boolean {
  if (error instanceof AppError) return true;
  if (error instanceof ModelError) return error.retryable;
  return isDatabaseFailure(error);
}

/** A statement that failed outside the ledger, which the router tells as `unavailable`, or a connection. */
export function isDatabaseFailure(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof DrizzleQueryError || error.name === PLANETSCALE) return true;
  return 'code' in error && typeof error.code === 'string' && CONNECTION_CODES.test(error.code);
}

/** What the driver over HTTP throws where Drizzle sends nothing of its own: at the ends of a transaction. */
const PLANETSCALE = 'DatabaseError';
/** Of the server, the driver, and the system. */
const CONNECTION_CODES = /^(ER_|PROTOCOL_|E[A-Z]+$)/;
