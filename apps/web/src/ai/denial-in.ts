import { readAppError } from '@resumint/client';
import type { Denial } from '../usage/answers.ts';

/** The refusal that an error carries, where a limit refused the call. */
export function denialIn(error: unknown): Denial | null {
  const app = readAppError(error);
  return app && 'denial' in app.details ? app.details.denial : null;
}
