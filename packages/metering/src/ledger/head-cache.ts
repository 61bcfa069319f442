import type { Fact } from '../stream/fact.ts';
import type { State } from '../stream/state.ts';
import type { Stream } from './read-stream.ts';

/** A head that was true a moment ago. Whether it still is, an append on it tells: on an old one it cannot land. */
export interface KnownHead {
  head: State;
  headMac: string;
  /** The entries of the operations that were asked for, and of those that this process began and are open. */
  facts: Map<string, Fact[]>;
  /** The last moment at which it is known to have been the head, on this process's monotonic clock. */
  trueAt: number;
  /** When the database's clock was read, by both clocks of this process: the monotonic may sleep with the machine. */
  read: { clock: number; monotonic: number; wall: number };
}

const KEPT_MS = 5_000;
const MOST_HEADS = 10_000;

export interface HeadCache {
  find(userId: string): KnownHead | null;
  /** Keeps a head unless a newer one is kept, and gives it with all that is known of it. */
  keep(userId: string, known: KnownHead): KnownHead;
  /** Forgets all: after a lost connection the database may be another, with less in it. */
  clear: () => void;
}

export function createHeadCache(): HeadCache {
  const heads = new Map<string, KnownHead>();
  return {
    find(userId) {
      const known = heads.get(userId);
      if (!known || sinceRead(known) <= KEPT_MS) return known ?? null;
      heads.delete(userId);
      return null;
    },
    keep(userId, known) {
      const kept = heads.get(userId);
      if (kept && kept.trueAt > known.trueAt) return known;
      const isSame = kept?.headMac === known.headMac;
      const merged = isSame ? { ...known, facts: new Map([...kept.facts, ...known.facts]) } : known;
      heads.delete(userId);
      heads.set(userId, merged);
      const [oldest] = heads.keys();
      if (heads.size > MOST_HEADS && oldest !== undefined) heads.delete(oldest);
      return merged;
    },
    clear: () => heads.clear(),
  };
}

/** A head that was read by a statement which was sent at `sentAt`. */
export function knownFrom({ head, headMac, facts, clock }: Stream, sentAt: number): KnownHead {
  const read = { clock, monotonic: performance.now(), wall: Date.now() };
  return { head, headMac, facts, trueAt: sentAt, read };
}

/** The database's clock now, as far as can be told without asking, in whole milliseconds. */
export function clockOf(known: KnownHead): number {
  return known.read.clock + Math.floor(sinceRead(known));
}

function sinceRead({ read }: KnownHead): number {
  return Math.max(performance.now() - read.monotonic, Date.now() - read.wall);
}
