/** Aborted when this process is asked to stop, and when the one that started it is gone. */
export function untilStopped(): AbortSignal {
  const stopping = new AbortController();
  for (const reason of ['SIGTERM', 'SIGINT', 'disconnect'] as const) {
    process.once(reason, () => stopping.abort());
  }
  return stopping.signal;
}
