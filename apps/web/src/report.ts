import { describeFailure } from '@resumint/errors';

/** Writes a failure to the process's log. */
export function report(error: unknown): void {
  console.error(describeFailure(error));
}
