const LONGEST_PAUSE_MS = 250;

/**
 * Waits at random for up to as long as a try takes, so that writers to one stream get out of step. Shorter with each of
 * `tries` so far, so that who has tried often goes before those who have just come.
 */
export function pauseBetweenTries(tryTookMs: number, tries: number): Promise<void> {
  return pause((Math.random() * Math.min(tryTookMs, LONGEST_PAUSE_MS)) / Math.sqrt(tries));
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
