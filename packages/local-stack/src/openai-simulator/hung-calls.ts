/** Calls that hang by a fault until they are released or their client is gone. */
export class HungCalls {
  readonly #releases = new Map<string, Set<() => void>>();

  /** Resolves on release and rejects when the signal aborts. */
  wait(key: string, closed: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiting = this.#releases.get(key) ?? new Set();
      this.#releases.set(key, waiting);
      const leave = () => {
        waiting.delete(release);
        if (waiting.size === 0) this.#releases.delete(key);
        closed.removeEventListener('abort', onClosed);
      };
      const release = () => {
        leave();
        resolve();
      };
      const onClosed = () => {
        leave();
        reject(new Error('The client of a hung call left', { cause: closed.reason }));
      };
      waiting.add(release);
      if (closed.aborted) onClosed();
      else closed.addEventListener('abort', onClosed, { once: true });
    });
  }

  /** How many calls went on. */
  release(key: string): number {
    const waiting = [...(this.#releases.get(key) ?? [])];
    for (const release of waiting) release();
    return waiting.length;
  }

  count(key: string): number {
    return this.#releases.get(key)?.size ?? 0;
  }
}
