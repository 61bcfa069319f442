import { AppError } from '@resumint/errors';

/** What could not be checked is refused: nothing is spent on a guess. */
export function unverifiable(cause: unknown): AppError {
  return new AppError(
    'limits_unverifiable',
    'Your limits cannot be verified right now. Nothing was spent. Please try again shortly.',
    { cause },
  );
}
