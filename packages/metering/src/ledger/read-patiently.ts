import { AppError } from '@resumint/errors';
import { pause } from './pause.ts';
import type { Sought, Stream } from './read-stream.ts';
import { unverifiable } from './unverifiable.ts';

/** The database is away, or it is not what this code was made for. */
const MOST_FAILED_READS = 3;
const PAUSE_AFTER_FAILED_READ_MS = 100;

/** Reads a stream, again where that fails, until the database is taken to be away: then `limits_unverifiable`. */
export async function readPatiently(
  read: (sought: Sought) => Promise<Stream | null>,
  { until, ...sought }: Sought & { until: number },
): Promise<Stream> {
  for (let failures = 1; ; failures += 1) {
    try {
      const stream = await read(sought);
      if (stream) return stream;
    } catch (error) {
      if (error instanceof AppError) throw error;
      if (failures >= MOST_FAILED_READS || performance.now() >= until) throw unverifiable(error);
      await pause(PAUSE_AFTER_FAILED_READ_MS * failures);
      continue;
    }
    throw new AppError('not_found', 'This account has no usage record.');
  }
}
