import { AppError } from '@resumint/errors';
import { takeToken, type Bucket, type Rate } from './take-token.ts';

/** Caps one person's calls a second, in this process. */
export interface CallRate {
  /** Throws `too_many_requests` where the person has made too many. */
  admit: (person: string) => void;
}

export interface CallRateOptions extends Partial<Rate> {
  now?: () => number;
  /** Of so many people at once the calls are counted; whoever was not seen for longest is forgotten first. */
  mostPeople?: number;
}

/** More than a person with several tabs or a program at work comes to. */
const CALLS_PER_SECOND = 20;
const BURST_SECONDS = 3;
const MOST_PEOPLE = 10_000;

/** Kept in memory, so that a call over the cap costs no statement. Each process and each isolate counts its own. */
export function createCallRate({
  now = Date.now,
  mostPeople = MOST_PEOPLE,
  perSecond = CALLS_PER_SECOND,
  burst = Math.max(1, perSecond * BURST_SECONDS),
}: CallRateOptions = {}): CallRate {
  const buckets = new Map<string, Bucket>();
  return {
    admit(person) {
      const { bucket, retryAt } = takeToken(buckets.get(person), now(), { perSecond, burst });
      // Set anew, so that the first of the map is who was not seen for longest.
      buckets.delete(person);
      buckets.set(person, bucket);
      for (const longestAgo of buckets.keys()) {
        if (buckets.size <= mostPeople) break;
        buckets.delete(longestAgo);
      }
      if (retryAt !== null) throw tooMany(new Date(retryAt));
    },
  };
}

function tooMany(retryAt: Date): AppError {
  return new AppError('too_many_requests', 'That is too many requests at once. Please wait a moment.', {
    details: { retryAt },
  });
}
