import { readAppError, readLoss, type Loss, type ReadAppError } from '@resumint/client';
import { PROGRAM } from './command.ts';
import { CommandError } from './command-error.ts';
import { EXIT, EXIT_OF_COMMAND_ERROR, EXIT_OF_ERROR, EXIT_OF_LOSS } from './exit-codes.ts';
import { denialLines } from './text/denial-lines.ts';
import { printable } from './text/printable.ts';

/** A command that failed, as it is told to people, to programs, and to the shell. */
export interface Failure {
  exitCode: number;
  error: { code: string; message: string } & Record<string, unknown>;
  lines: string[];
}

export function describeFailure(error: unknown, url: string): Failure {
  const app = readAppError(error);
  if (app) return describeAppError(app);
  if (error instanceof CommandError) {
    const { code, message, details } = error;
    return { exitCode: EXIT_OF_COMMAND_ERROR[code], error: { code, message, ...details }, lines: [message] };
  }
  const loss = readLoss(error);
  if (loss) return describeLoss(loss, url);
  const message = error instanceof Error ? printable(error.message) : 'Something unforeseen went wrong.';
  return { exitCode: EXIT.unexpected, error: { code: 'unexpected', message }, lines: [message] };
}

function describeAppError(app: ReadAppError): Failure {
  const { code, details } = app;
  const message = printable(app.message);
  return {
    exitCode: EXIT_OF_ERROR[code],
    error: { code, message, ...details },
    lines: [message, ...moreOf(app)],
  };
}

function moreOf({ code, details }: ReadAppError): string[] {
  if ('denial' in details) return ['', ...denialLines(details.denial)];
  if ('retryAt' in details) return [`Try again after ${details.retryAt.toISOString()}.`];
  if ('operationId' in details) return [`Its receipt is ${details.operationId}.`];
  return code === 'unauthenticated' ? [`To sign in: ${PROGRAM} sign-in EMAIL`] : [];
}

function describeLoss(loss: Loss, url: string): Failure {
  const messages = {
    unreachable: `No connection to ${url}, or it broke. Is Resumint running there? "npm start" starts it on this machine.`,
    timedOut: `${url} did not answer in time. A call to a model may still be charged: see "${PROGRAM} usage --receipts".`,
    unreadable: `What answers at ${url} is not Resumint.`,
  } satisfies Record<Loss, string>;
  const codes = {
    unreachable: 'unreachable',
    timedOut: 'timed_out',
    unreadable: 'unreadable_answer',
  } satisfies Record<Loss, string>;
  const message = messages[loss];
  return { exitCode: EXIT_OF_LOSS[loss], error: { code: codes[loss], message }, lines: [message] };
}
