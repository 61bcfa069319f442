import type { Served } from './serve-person.ts';
import { USAGE_READS, type Cursors, type UsageRead } from './usage-reads.ts';

/** A ledger with what is asked of it. */
export interface Place extends Served {
  cursors: Cursors;
}

/** The larger ledger, and the smaller ones that it is held against. */
export interface Ledgers<Of> {
  samePace: Of;
  samePeriod: Of;
  large: Of;
}

/** How long each read took each time, in ms, in the smaller ledger that it is held against and in the larger. */
export type Times = Record<string, { small: number[]; large: number[] }>;

const WARM_UP = 10;

/**
 * Reads each so many times, one after the other: once in the smaller ledger and once in the larger, and again, since the
 * machine does not stay the same.
 */
export async function measureReads(places: Ledgers<Place>, { samples }: { samples: number }): Promise<Times> {
  const times: Times = {};
  for (const { name } of USAGE_READS) times[name] = { small: [], large: [] };
  for (let sample = -WARM_UP; sample < samples; sample += 1) {
    for (const read of USAGE_READS) {
      const [small, large] = [await timeOf(places[read.against], read), await timeOf(places.large, read)];
      if (sample < 0) continue;
      times[read.name]?.small.push(small);
      times[read.name]?.large.push(large);
    }
  }
  return times;
}

/** Of a read that takes several responses at once, the longest: the page has come with it. */
async function timeOf({ client, cursors, take }: Place, { read }: UsageRead): Promise<number> {
  take();
  await read(client, cursors);
  return Math.max(...take());
}
