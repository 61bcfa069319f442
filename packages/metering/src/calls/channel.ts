/** Hands items from one that makes them to one that reads them, in order, whoever is faster. */
export interface Channel<Item> {
  push: (item: Item) => void;
  /** Nothing more comes: the reader ends, or throws, after what was pushed. */
  close: () => void;
  fail: (error: unknown) => void;
  /** To be read once. `onLeave` hears of a reader that stops before the end. */
  read: (onLeave: () => void) => AsyncGenerator<Item, void>;
}

export function createChannel<Item>(): Channel<Item> {
  const items: Item[] = [];
  let ending: { error?: unknown } | null = null;
  let news = Promise.withResolvers<void>();
  const tell = () => {
    news.resolve();
    news = Promise.withResolvers();
  };
  return {
    push(item) {
      items.push(item);
      tell();
    },
    close() {
      ending = {};
      tell();
    },
    fail(error) {
      ending = { error };
      tell();
    },
    async *read(onLeave) {
      let hasEnded = false;
      try {
        for (;;) {
          const { promise } = news;
          yield* items.splice(0);
          if (items.length > 0) continue;
          if (ending !== null) break;
          await promise;
        }
        hasEnded = true;
        if ('error' in ending) throw ending.error;
      } finally {
        if (!hasEnded) onLeave();
      }
    },
  };
}
