import { readAppError } from '@resumint/client';
import { LIMIT_TITLES, formatTime } from '@resumint/wording';
import { explainDenial } from './calls/explain-denial.ts';
import { PROGRAM } from './command.ts';
import type { Failure } from './failure.ts';
import type { Io } from './io.ts';
import type { CallCommand } from './text/denial-lines.ts';

/** A failure of a command as people are told it, with what they can do about it. */
export async function explainFailure(
  error: unknown,
  { error: { message } }: Failure,
  { io, command }: { io: Io | null; command: string | undefined },
): Promise<string[]> {
  const app = readAppError(error);
  if (!app || !io) return [message];
  const { code, details } = app;
  if ('denial' in details) {
    const { denial } = details;
    return [
      `Refused by your limit of ${LIMIT_TITLES[denial.limit]}. Nothing was spent.`,
      '',
      ...(await explainDenial(io, denial, { call: callOf(command) })),
    ];
  }
  if ('retryAt' in details) return [message, `Try again after ${formatTime(details.retryAt, io.zone)}.`];
  if ('operationId' in details) return [message, `Its receipt is ${details.operationId}.`];
  return code === 'unauthenticated' ? [message, `To sign in: ${PROGRAM} sign-in EMAIL`] : [message];
}

function callOf(command: string | undefined): CallCommand | null {
  if (command === 'parse') return 'parse FILE';
  return command === 'summarize' ? 'summarize RESUME_ID' : null;
}
