/** How many calls one person may make. */
export interface Rate {
  perSecond: number;
  /** At once, after a pause. */
  burst: number;
}

/** What is left of a person's calls at a time, in milliseconds. */
export interface Bucket {
  tokens: number;
  at: number;
}

export interface Taken {
  bucket: Bucket;
  /** When there is a token again; null where one was taken. */
  retryAt: number | null;
}

/** Takes a token from a bucket that fills over time, and is full where there is none yet. A refusal takes nothing. */
export function takeToken(bucket: Bucket | undefined, now: number, { perSecond, burst }: Rate): Taken {
  const { tokens, at } = bucket ?? { tokens: burst, at: now };
  const sinceMs = Math.max(0, now - at);
  const there = Math.min(burst, tokens + (sinceMs * perSecond) / 1000);
  if (there >= 1) return { bucket: { tokens: there - 1, at: now }, retryAt: null };
  return { bucket: { tokens: there, at: now }, retryAt: now + ((1 - there) / perSecond) * 1000 };
}
