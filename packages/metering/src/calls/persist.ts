const FIRST_PAUSE_MS = 200;
const LONGEST_PAUSE_MS = 5_000;

/** Tries until it works, the time is up, or it fails in a way that will not pass; then throws the last error. */
export async function persist<Value>(
  withinMs: number,
  attempt: () => Promise<Value>,
  isPassing: (error: unknown) => boolean = () => true,
): Promise<Value> {
  const startedAt = performance.now();
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    try {
      return await attempt();
    } catch (error) {
      if (!isPassing(error) || performance.now() - startedAt + pauseMs > withinMs) throw error;
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs * (0.5 + Math.random() / 2)));
  }
}
