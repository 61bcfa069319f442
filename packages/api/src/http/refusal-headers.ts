import type { AppError } from '@resumint/errors';
import { denialHeaders, retryHeaders } from './rate-headers.ts';

/** What the head of a refusal says: the limit that bound, and when to come back. */
export function refusalHeaders(error: AppError | null): Record<string, string> {
  if (error && 'denial' in error.details) return denialHeaders(error.details.denial, new Date());
  if (error && 'retryAt' in error.details) return retryHeaders(error.details.retryAt, new Date());
  return {};
}
