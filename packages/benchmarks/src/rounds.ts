import { readState, type Ledger } from '@resumint/metering';
import type { Floor } from './floor.ts';
import type { Interactive } from './interactive.ts';
import { hold, newOperationId, pair } from './ledger-calls.ts';
import { inTurn, measure, median, percentiles, type Latency, type Measured } from './measure.ts';
import type { Peer } from './peer.ts';

/** Everything that is held against everything else, in one run on one server. */
export interface Subjects {
  floor: Floor;
  interactive: Interactive;
  peer: Peer;
  /** The ledger, by the driver that it is reached with. */
  mysql: Ledger;
  http: Ledger;
}

type PairsOf = Record<keyof Subjects, Measured>;

export interface Round {
  many: PairsOf;
  hot: PairsOf;
  /** One caller: a bare update, a hold right after its price was shown, and one of somebody not seen for a while. */
  alone: { update: Latency; hold: Latency; coldHold: Latency };
  /** That the server broke while the ledger had its turn. */
  deadlocks: number;
}

const SUBJECTS: readonly (keyof PairsOf)[] = ['floor', 'mysql', 'http', 'interactive', 'peer'];
const STATEMENTS: readonly (keyof Round['alone'])[] = ['update', 'hold', 'coldHold'];
const CALLERS = 16;
const PAIRS = 6_000;
const INTERACTIVE_PAIRS = 1_200;
const ALONE = 400;
const NOTHING: Measured = { perSecond: NaN, p50Ms: NaN, p99Ms: NaN };
/** A step that shares no factor with the number of users, so that neighbours in time are not neighbours on disk. */
const STRIDE = 7_919;

/**
 * One round of all subjects, each beside the others in time, since the machine does not stay the same. Another one goes
 * first in each, since what one leaves for the server to tidy up slows the next.
 */
export async function playRound(
  subjects: Subjects,
  userIds: readonly string[],
  { round, countDeadlocks }: { round: number; countDeadlocks: () => Promise<number> },
): Promise<Round> {
  const userAt = (index: number) => userIds[(index * STRIDE) % userIds.length] ?? '';
  const hotUserId = userIds[1] ?? '';
  let deadlocks = 0;
  const takeTurn = async (name: keyof Subjects, work: () => Promise<Measured>) => {
    const before = await countDeadlocks();
    const measured = await work();
    if (name === 'mysql' || name === 'http') deadlocks += (await countDeadlocks()) - before;
    return measured;
  };
  const many = await measurePairs(subjects, { round, userAt, takeTurn });
  const hot = await measurePairs(subjects, { round, userAt: () => hotUserId, takeTurn });
  return { many, hot, alone: await measureAlone(subjects, userAt), deadlocks };
}

async function measurePairs(
  { floor, mysql, http, interactive, peer }: Subjects,
  {
    round,
    userAt,
    takeTurn,
  }: {
    round: number;
    userAt: (index: number) => string;
    takeTurn: (name: keyof Subjects, work: () => Promise<Measured>) => Promise<Measured>;
  },
): Promise<PairsOf> {
  const sixteen = (work: (userId: string) => Promise<unknown>, times = PAIRS) =>
    measure({ callers: CALLERS, times }, (index) => work(userAt(index)));
  const works: Record<keyof PairsOf, () => Promise<Measured>> = {
    floor: () => sixteen((userId) => floor.pair(userId)),
    mysql: () => sixteen((userId) => pair(mysql, userId)),
    http: () => sixteen((userId) => pair(http, userId)),
    interactive: () =>
      sixteen((userId) => interactive.pair(userId, newOperationId(userId)), INTERACTIVE_PAIRS),
    peer: () => sixteen((userId) => peer.pair(userId)),
  };
  const pairs: PairsOf = {
    floor: NOTHING,
    mysql: NOTHING,
    http: NOTHING,
    interactive: NOTHING,
    peer: NOTHING,
  };
  for (const name of inTurn(SUBJECTS, round)) pairs[name] = await takeTurn(name, works[name]);
  return pairs;
}

/** In turn, and each as often after either of the others: a statement that follows its like is faster by a third. */
async function measureAlone(
  { floor, mysql }: Subjects,
  userAt: (index: number) => string,
): Promise<Round['alone']> {
  const latencies: Record<keyof Round['alone'], number[]> = { update: [], hold: [], coldHold: [] };
  for (let index = 0; index < ALONE; index += 1) {
    const [cold, shown] = [userAt(index), userAt(ALONE + index)];
    const works: Record<keyof Round['alone'], () => Promise<unknown>> = {
      update: () => floor.update(shown),
      hold: () => hold(mysql, shown, newOperationId(shown)),
      coldHold: () => hold(mysql, cold, newOperationId(cold)),
    };
    await readState(mysql, shown);
    for (const name of inTurn(STATEMENTS, index)) {
      const startedAt = performance.now();
      await works[name]();
      latencies[name].push(performance.now() - startedAt);
    }
  }
  return {
    update: percentiles(latencies.update),
    hold: percentiles(latencies.hold),
    coldHold: percentiles(latencies.coldHold),
  };
}

/** The median over rounds of a ratio within each, so that a slow moment of the machine slows both of its sides. */
export function medianRatio(rounds: readonly Round[], ratioOf: (round: Round) => number): number {
  return median(rounds.map(ratioOf));
}
