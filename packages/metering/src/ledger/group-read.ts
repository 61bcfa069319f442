import { createGatherer } from './gather.ts';
import type { Ledger } from './ledger.ts';
import { readStream, readStreams, type Sought, type Stream } from './read-stream.ts';

export interface GroupRead {
  /** Reads as `readStream` does. */
  read(sought: Sought): Promise<Stream | null>;
}

interface Reader extends Sought {
  resolve: (stream: Stream | null) => void;
  reject: (error: unknown) => void;
}

const MOST_READERS = 8;
/** Of each person. Who looks for more reads alone, since the statement has room for as many of everybody. */
const MOST_OPERATIONS = 1;

/** Lets readers of different streams share a statement. */
export function createGroupRead(ledger: Pick<Ledger, 'db'>): GroupRead {
  const run = async (group: Reader[]): Promise<void> => {
    try {
      const opened = await readStreams(ledger, group);
      for (const [index, { resolve, reject }] of group.entries()) {
        try {
          resolve(opened[index]?.() ?? null);
        } catch (error) {
          reject(error);
        }
      }
    } catch (error) {
      for (const { reject } of group) reject(error);
    }
  };
  const gather = createGatherer<Reader>({ take: takeGroup, run });

  return {
    read({ userId, operationIds }) {
      if (operationIds.length > MOST_OPERATIONS) return readStream(ledger, userId, operationIds);
      const { promise, resolve, reject } = Promise.withResolvers<Stream | null>();
      gather({ userId, operationIds, resolve, reject });
      return promise;
    },
  };
}

/** Those that come first, each of another stream. */
function takeGroup(waiting: Reader[]): Reader[] {
  const userIds = new Set<string>();
  for (const { userId } of waiting) {
    if (userIds.size === MOST_READERS || userIds.has(userId)) break;
    userIds.add(userId);
  }
  return waiting.splice(0, userIds.size);
}
