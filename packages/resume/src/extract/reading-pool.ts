import { AppError } from '@resumint/errors';

/** Each reader may take half a gigabyte and a core. */
const MOST_RUNNING = 2;
const MOST_WAITING = 50;

const waiting: (() => void)[] = [];
let running = 0;

/** Reads at most two files at a time in this process; the others wait, and too many are refused. */
export async function withinPool<Result>(read: () => Promise<Result>): Promise<Result> {
  if (running >= MOST_RUNNING && waiting.length >= MOST_WAITING) {
    throw new AppError('unavailable', 'Too many files are being read right now. Please try again shortly.');
  }
  if (running < MOST_RUNNING) running += 1;
  else await new Promise<void>((resolve) => waiting.push(resolve));
  try {
    return await read();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}
