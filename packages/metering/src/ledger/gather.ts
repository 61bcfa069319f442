export interface GatherOptions<Item> {
  /** Takes from those that wait, which are at least one, what shares the next statement. */
  take: (waiting: Item[]) => Item[];
  /** Sends one statement for all of a group. Never fails: failures are told to the items. */
  run: (group: Item[]) => Promise<void>;
}

/** Statements that are under way at once. What comes meanwhile waits for one of them at most. */
const MOST_UNDER_WAY = 2;

/** Lets work of one kind share a statement whenever more of it comes than is under way. */
export function createGatherer<Item>({ take, run }: GatherOptions<Item>): (item: Item) => void {
  const waiting: Item[] = [];
  let underWay = 0;

  const start = () => {
    while (underWay < MOST_UNDER_WAY && waiting.length > 0) {
      underWay += 1;
      void run(take(waiting)).then(() => {
        underWay -= 1;
        start();
      });
    }
  };

  return (item) => {
    waiting.push(item);
    // In a microtask, so that what comes in one moment is one group.
    queueMicrotask(start);
  };
}
