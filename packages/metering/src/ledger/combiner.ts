import type { Entry } from '../stream/entry.ts';
import type { Fact } from '../stream/fact.ts';
import type { State } from '../stream/state.ts';
import { createGroupCommit } from './group-commit.ts';
import { createGroupRead } from './group-read.ts';
import { clockOf, createHeadCache, knownFrom, type KnownHead } from './head-cache.ts';
import type { Ledger } from './ledger.ts';
import { startPacing } from './pause.ts';
import { MOST_OPERATIONS_READ, type Sought, type Stream } from './read-stream.ts';
import { readPatiently } from './read-patiently.ts';
import { DEFAULT_WITHIN_MS, type Decide, type StreamOf } from './transact.ts';
import { unverifiable } from './unverifiable.ts';

export interface Combiner {
  transact<Outcome>(stream: StreamOf, decide: Decide<Outcome>): Promise<Outcome>;
  /** Keeps what was read at a moment for those who decide next. */
  learn(userId: string, stream: Stream, sentAt: number): void;
}

/** A caller that waits for its decision to be appended. */
interface Caller {
  operationId: string;
  isNew: boolean;
  /** The head that is kept is not new enough for an answer that writes nothing. */
  mustRead: boolean;
  arrivedAt: number;
  until: number;
  onUncertain: ((seq: number) => void) | undefined;
  /** Decides and gives what to do once the entries are there. Never throws. */
  decide: Decide<() => void>;
  reject: (error: unknown) => void;
}

/**
 * Lets callers of one process that want the same stream share reads and appends: they are decided one after the other in
 * memory, each on the state that the one before leaves, and appended as one statement. A head is kept for a moment, so
 * that most decisions need no read. Neither decides what is admitted: what was decided on a head that is not the head
 * any more cannot land, and is decided again.
 */
export function createCombiner(ledger: Pick<Ledger, 'db' | 'key'>): Combiner {
  const heads = createHeadCache();
  const groupRead = createGroupRead(ledger);
  const groupCommit = createGroupCommit(ledger, { onFailure: heads.clear });
  const queues = new Map<string, Caller[]>();

  const enqueue = (userId: string, caller: Caller) => {
    const queue = queues.get(userId);
    if (queue) {
      queue.push(caller);
      return;
    }
    const opened = [caller];
    queues.set(userId, opened);
    // In a microtask, so that callers of one moment begin together.
    queueMicrotask(() => void serve(userId, opened));
  };

  /** Serves the callers of one stream until none is left. Never fails: failures are theirs. */
  const serve = async (userId: string, queue: Caller[]) => {
    let lastError: unknown;
    /** Of the failures in a row. */
    let pacing = startPacing();
    while (queue.length > 0) {
      const triedAt = performance.now();
      const batch = queue.splice(0, MOST_OPERATIONS_READ);
      const known = await headFor(userId, batch);
      if (!known) continue;
      try {
        const again = await serveBatch({ userId, known, batch }, { alone: pacing.hasFailed() });
        queue.unshift(...again);
        pacing = startPacing();
      } catch (error) {
        lastError = error;
        // What was new may have landed, though its answer was lost: from now on it is looked for.
        queue.unshift(...batch.map((caller) => ({ ...caller, isNew: false })));
        const until = Math.min(...queue.map((caller) => caller.until));
        await pacing.pauseAfter({ headMac: known.headMac, tookMs: performance.now() - triedAt, until });
      }
      for (const late of queue.filter(isLate)) late.reject(unverifiable(lastError));
      queue.splice(0, queue.length, ...queue.filter((caller) => !isLate(caller)));
    }
    queues.delete(userId);
  };

  /** Gives back the callers that need a newer head. Throws when their entries may not have landed. */
  const serveBatch = async (
    { userId, known, batch }: { userId: string; known: KnownHead; batch: Caller[] },
    options: { alone: boolean },
  ): Promise<Caller[]> => {
    const { entries, writers, answers, again, head, facts } = decideAll(known, batch);
    if (entries.length > 0) {
      for (const { onUncertain } of writers) onUncertain?.(known.head.seq + 1);
      const sentAt = performance.now();
      const headMac = await groupCommit.append({ userId, entries, headMac: known.headMac }, options);
      heads.keep(userId, { ...known, head, facts: factsOfOpen(head, facts), headMac, trueAt: sentAt });
    }
    for (const answer of answers) answer();
    return again.map((caller) => ({ ...caller, mustRead: true }));
  };

  /** A head that every caller can be decided on. Null when it cannot be read, which the callers are told. */
  const headFor = async (userId: string, batch: Caller[]): Promise<KnownHead | null> => {
    const kept = heads.find(userId);
    if (kept && batch.every((caller) => isKnownEnough(kept, caller))) return kept;
    const sought = batch.filter(({ isNew }) => !isNew).map(({ operationId }) => operationId);
    const operationIds = [...new Set(sought)];
    const until = Math.max(...batch.map((caller) => caller.until));
    try {
      return await read({ userId, operationIds, until });
    } catch (error) {
      for (const { reject } of batch) reject(error);
      return null;
    }
  };

  const read = async (of: { userId: string; operationIds: string[]; until: number }) => {
    const sentAt = performance.now();
    const known = knownFrom(await readPatiently(readOrForget, of), sentAt);
    return heads.keep(of.userId, known);
  };

  const readOrForget = async (sought: Sought) => {
    try {
      return await groupRead.read(sought);
    } catch (error) {
      heads.clear();
      throw error;
    }
  };

  return {
    learn(userId, stream, sentAt) {
      heads.keep(userId, knownFrom(stream, sentAt));
    },
    async transact<Outcome>(stream: StreamOf, decide: Decide<Outcome>) {
      const { userId, operationId, ready, isNew = false, withinMs = DEFAULT_WITHIN_MS } = stream;
      const arrivedAt = performance.now();
      const until = arrivedAt + withinMs;
      if (ready) {
        // Read beside what the caller waits for. A failure is met again, and told, when it is its turn.
        const operationIds = isNew ? [] : [operationId];
        const reading = heads.find(userId) ? null : read({ userId, operationIds, until });
        await Promise.allSettled([reading, ready]);
      }
      const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
      enqueue(userId, {
        operationId,
        isNew,
        mustRead: false,
        arrivedAt,
        until,
        onUncertain: stream.onUncertain,
        decide(view) {
          try {
            const { entries, outcome } = decide(view);
            return { entries, outcome: () => resolve(outcome) };
          } catch (error) {
            // An answer like a denial: it proves nothing on a head that may be old, and is given once.
            return { entries: [], outcome: () => reject(error) };
          }
        },
        reject,
      });
      return promise;
    },
  };
}

function isKnownEnough({ facts }: KnownHead, { operationId, isNew, mustRead }: Caller): boolean {
  return !mustRead && (isNew || facts.has(operationId));
}

const isLate = ({ until }: Caller) => performance.now() >= until;

interface Decided {
  entries: Entry[];
  /** The head that the entries leave, and all facts that are known then. */
  head: State;
  facts: Map<string, Fact[]>;
  writers: Caller[];
  /** For the callers whose entries are among these, or who need none. */
  answers: (() => void)[];
  /** Those who would get their answer from a head that may be old. */
  again: Caller[];
}

function decideAll(known: KnownHead, batch: Caller[]): Decided {
  const clock = clockOf(known);
  const facts = new Map(known.facts);
  const decided: Decided = { entries: [], head: known.head, facts, writers: [], answers: [], again: [] };
  for (const caller of batch) {
    const { operationId } = caller;
    const decision = caller.decide({ head: decided.head, earlier: facts.get(operationId) ?? [], clock });
    // Entries prove by landing that the head was true. An answer without any needs one that was read for it.
    if (decision.entries.length === 0 && !isTrueFor(caller, known)) {
      decided.again.push(caller);
      continue;
    }
    for (const { fact, state } of decision.entries) {
      facts.set(fact.operationId, [...(facts.get(fact.operationId) ?? []), fact]);
      decided.head = state;
    }
    decided.entries.push(...decision.entries);
    if (decision.entries.length > 0) decided.writers.push(caller);
    decided.answers.push(decision.outcome);
  }
  return decided;
}

function isTrueFor({ operationId, isNew, arrivedAt }: Caller, { trueAt, facts }: KnownHead): boolean {
  return trueAt >= arrivedAt && (isNew || facts.has(operationId));
}

/** Of the calls that are open: those are about to be ended. */
function factsOfOpen({ open }: State, facts: ReadonlyMap<string, Fact[]>): Map<string, Fact[]> {
  const ofOpen = new Map<string, Fact[]>();
  for (const { operationId } of open) {
    const known = facts.get(operationId);
    if (known) ofOpen.set(operationId, known);
  }
  return ofOpen;
}
