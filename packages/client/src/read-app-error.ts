import type { AppErrorShape, AppRouter } from '@resumint/api';
import { isTRPCClientError } from '@trpc/client';

/** An application error as the client has it. Switch on `code` to have the details of that code. */
export type ReadAppError = AppErrorShape & { message: string };

/** The application error that a call was refused with, or null for anything else, such as a lost connection. */
export function readAppError(error: unknown): ReadAppError | null {
  if (!isTRPCClientError<AppRouter>(error)) return null;
  const app = error.data?.app;
  return app ? { ...app, message: error.message } : null;
}
