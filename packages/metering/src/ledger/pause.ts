const LONGEST_PAUSE_MS = 250;

/**
 * Waits at random for up to as long as a try takes, so that writers to one stream get out of step. No longer with each
 * try: who has tried often would fall behind those who have just come.
 */
export function pauseBetweenTries(tryTookMs: number): Promise<void> {
  return pause(Math.random() * Math.min(tryTookMs, LONGEST_PAUSE_MS));
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
