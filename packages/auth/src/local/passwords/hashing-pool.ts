const maxRunning = 2;
const waiting: (() => void)[] = [];
let running = 0;

/** Runs at most two at a time: libuv has four threads, and files and name look-ups need the others. */
export async function runWithinPool<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running < maxRunning) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
