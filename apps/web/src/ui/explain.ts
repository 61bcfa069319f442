import { readAppError, readLoss } from '@resumint/client';

/** What a failed call is told as. What the server says stands; a lost call says what is known of it. */
export function explain(error: unknown): string {
  const app = readAppError(error);
  if (app) return app.message;
  switch (readLoss(error)) {
    case 'timedOut':
      return 'The server took too long to answer. Whether it did what you asked is not known yet.';
    case 'unreadable':
      return 'Something between you and the server answered in its place. Please try again.';
    case 'unreachable':
      return 'The server cannot be reached. Check your connection; this page tries again by itself.';
    default:
      return 'Something went wrong on our side. Please try again.';
  }
}
