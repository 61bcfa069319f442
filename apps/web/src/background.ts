/** Work that outlives the response that it belongs to. */
export interface Background {
  add: (work: Promise<unknown>) => void;
  /** Waits until none is left, what was added meanwhile included. */
  settled: () => Promise<void>;
}

export function createBackground(report: (error: unknown) => void): Background {
  const running = new Set<Promise<unknown>>();
  return {
    add(work) {
      const tracked = work.catch(report).finally(() => running.delete(tracked));
      running.add(tracked);
    },
    async settled() {
      while (running.size > 0) await Promise.all(running);
    },
  };
}
