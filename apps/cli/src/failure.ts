import { readAppError, readLoss, type Loss } from '@resumint/client';
import { PROGRAM } from './command.ts';
import { CommandError } from './command-error.ts';
import { EXIT, EXIT_OF_COMMAND_ERROR, EXIT_OF_ERROR, EXIT_OF_LOSS } from './exit-codes.ts';
import { printable } from './text/printable.ts';

/** A command that failed, as it is told to programs and to the shell. */
export interface Failure {
  exitCode: number;
  error: { code: string; message: string } & Record<string, unknown>;
}

export function describeFailure(error: unknown, url: string): Failure {
  const app = readAppError(error);
  if (app) {
    const { code, message, details } = app;
    return { exitCode: EXIT_OF_ERROR[code], error: { code, message: printable(message), ...details } };
  }
  if (error instanceof CommandError) {
    const { code, message, details } = error;
    return { exitCode: EXIT_OF_COMMAND_ERROR[code], error: { code, message, ...details } };
  }
  const loss = readLoss(error);
  if (loss) return describeLoss(loss, url);
  const message = error instanceof Error ? printable(error.message) : 'Something unforeseen went wrong.';
  return { exitCode: EXIT.unexpected, error: { code: 'unexpected', message } };
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
  return { exitCode: EXIT_OF_LOSS[loss], error: { code: codes[loss], message: messages[loss] } };
}
