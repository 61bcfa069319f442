import type { Decided } from './append.ts';
import { createGatherer } from './gather.ts';
import { insertRows, MOST_PREPARED_ROWS } from './insert-rows.ts';
import type { Ledger } from './ledger.ts';
import { toRows, type LedgerRow } from './rows.ts';
import { seal } from './seal.ts';

export interface GroupCommit {
  /** Appends as `append` does. `alone`: in a statement of its own, for a stream whose last append has failed. */
  append(decided: Decided, options: { alone: boolean }): Promise<string>;
}

interface Writer {
  rows: LedgerRow[];
  alone: boolean;
  resolve: () => void;
  reject: (error: unknown) => void;
}

/**
 * Lets writers to different streams share a statement, and so its commit. A group lands whole or not at all: after a
 * failure, of which `onFailure` hears, each stream is tried alone, so that a head which has moved on fails nobody but those
 * who decided on it.
 */
export function createGroupCommit(
  { db, key }: Pick<Ledger, 'db' | 'key'>,
  { onFailure }: { onFailure: () => void },
): GroupCommit {
  const write = async (group: Writer[]): Promise<void> => {
    try {
      await insertRows(
        db,
        group.flatMap(({ rows }) => rows),
      );
    } catch (error) {
      onFailure();
      const [first, second] = group;
      if (second) await Promise.all(group.map((one) => write([one])));
      else first?.reject(error);
      return;
    }
    for (const { resolve } of group) resolve();
  };
  const gather = createGatherer<Writer>({ take: takeGroup, run: write });

  return {
    async append({ userId, entries, headMac }, { alone }) {
      const rows = seal(toRows(userId, entries), headMac, key);
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      gather({ rows, alone, resolve, reject });
      await promise;
      return rows.at(-1)?.mac ?? headMac;
    },
  };
}

/** The writers that come first and fit into one prepared statement; one that goes alone, or has more rows, by itself. */
function takeGroup(waiting: Writer[]): Writer[] {
  let rows = 0;
  const end = waiting.findIndex((writer, index) => {
    rows += writer.rows.length;
    return index > 0 && (writer.alone || waiting[0]?.alone === true || rows > MOST_PREPARED_ROWS);
  });
  return waiting.splice(0, end === -1 ? waiting.length : end);
}
