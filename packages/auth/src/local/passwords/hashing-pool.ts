const MOST_RUNNING = 2;
/** About two seconds of work: whoever waits longer has given up. */
const MOST_WAITING = 20;
const waiting: (() => void)[] = [];
let running = 0;

/** Thrown in place of waiting when as many wait already as may. */
export class PoolIsFull extends Error {
  override readonly name = 'PoolIsFull';
}

/**
 * Runs at most two at a time: libuv has four threads, and files and name look-ups need the others. Twenty more wait;
 * beyond them it throws `PoolIsFull`, and the work is not begun.
 */
export async function runWithinPool<Result>(work: () => Promise<Result>): Promise<Result> {
  if (isPoolFull()) throw new PoolIsFull('Too many passwords wait to be hashed.');
  if (running < MOST_RUNNING) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

export function isPoolFull(): boolean {
  return waiting.length >= MOST_WAITING;
}
