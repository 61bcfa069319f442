const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Before each try to learn true usage; a call that was stopped is heard out for some of the first. */
export const INQUIRY_PAUSES_MS = [
  10 * SECOND_MS,
  MINUTE_MS,
  10 * MINUTE_MS,
  HOUR_MS,
  6 * HOUR_MS,
  24 * HOUR_MS,
] as const;

/** When to try again after so many tries, if this one comes to nothing. */
export function nextTryAt(pauses: readonly number[], { tries, now }: { tries: number; now: number }): Date {
  return new Date(now + (pauses[tries] ?? pauses.at(-1) ?? 0));
}
