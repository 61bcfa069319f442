import { readState, type Ledger } from '@resumint/metering';
import type { Floor } from './floor.ts';
import type { Interactive } from './interactive.ts';
import { hold, newOperationId, pair } from './ledger-calls.ts';
import { measure, median, type Measured } from './measure.ts';
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

type PairsOf = Record<'floor' | 'mysql' | 'http' | 'interactive' | 'peer', Measured>;

export interface Round {
  many: PairsOf;
  hot: PairsOf;
  /** One caller: a bare update, a hold right after its price was shown, and one of somebody not seen for a while. */
  alone: { update: Measured; hold: Measured; coldHold: Measured };
}

const CALLERS = 16;
const PAIRS = 2_000;
const INTERACTIVE_PAIRS = 600;
const ALONE = 400;
/** A step that shares no factor with the number of users, so that neighbours in time are not neighbours on disk. */
const STRIDE = 7_919;

/** One round of all subjects, each beside the others in time, since the machine does not stay the same. */
export async function playRound(subjects: Subjects, userIds: readonly string[]): Promise<Round> {
  const userAt = (index: number) => userIds[(index * STRIDE) % userIds.length] ?? '';
  const hot = userIds[1] ?? '';
  return {
    many: await measurePairs(subjects, userAt),
    hot: await measurePairs(subjects, () => hot),
    alone: {
      update: await measure({ callers: 1, times: ALONE }, (index) => subjects.floor.update(userAt(index))),
      coldHold: await measure({ callers: 1, times: ALONE }, (index) => holdFor(subjects, userAt(index))),
      hold: await measure(
        {
          callers: 1,
          times: ALONE,
          prepare: (index) => readState(subjects.mysql, userAt(ALONE + index)),
        },
        (index) => holdFor(subjects, userAt(ALONE + index)),
      ),
    },
  };
}

function holdFor({ mysql }: Subjects, userId: string): Promise<boolean> {
  return hold(mysql, userId, newOperationId(userId));
}

async function measurePairs(subjects: Subjects, userAt: (index: number) => string): Promise<PairsOf> {
  const { floor, mysql, http, interactive, peer } = subjects;
  const sixteen = (work: (userId: string) => Promise<unknown>, times = PAIRS) =>
    measure({ callers: CALLERS, times }, (index) => work(userAt(index)));
  return {
    floor: await sixteen((userId) => floor.pair(userId)),
    mysql: await sixteen((userId) => pair(mysql, userId)),
    http: await sixteen((userId) => pair(http, userId)),
    interactive: await sixteen(
      (userId) => interactive.pair(userId, newOperationId(userId)),
      INTERACTIVE_PAIRS,
    ),
    peer: await sixteen((userId) => peer.pair(userId)),
  };
}

/** The median over rounds of a ratio within each, so that a slow moment of the machine slows both of its sides. */
export function medianRatio(rounds: readonly Round[], ratioOf: (round: Round) => number): number {
  return median(rounds.map(ratioOf));
}
