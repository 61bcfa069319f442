import type { Ledger } from '@resumint/metering';
import { hold, newOperationId, settle } from './ledger-calls.ts';
import { measure, percentiles } from './measure.ts';

export interface Cell {
  driver: 'mysql' | 'http';
  users: 'many' | 'hot';
  callers: number;
  pairsPerSecond: number;
  holdP50Ms: number;
  holdP99Ms: number;
  statementsPerCall: number;
  /** Holds that were refused since the person had 32 calls open. */
  refused: number;
}

export interface CountedLedger {
  driver: 'mysql' | 'http';
  ledger: Ledger;
  /** Statements that were sent; over HTTP each is a round trip, and so they are on a connection of its own. */
  statements: () => number;
}

const CALLERS = [1, 16, 64];
const PAIRS_PER_CALLER = [300, 100, 40];

/** Latency of a hold and pairs a second by driver, callers at once, and whether all want the same stream. */
export async function measureMatrix(
  ledgers: readonly CountedLedger[],
  userIds: readonly string[],
): Promise<Cell[]> {
  const cells: Cell[] = [];
  for (const counted of ledgers) {
    for (const [index, callers] of CALLERS.entries()) {
      const times = callers * (PAIRS_PER_CALLER[index] ?? 1);
      for (const users of ['many', 'hot'] as const) {
        const userAt = (call: number) =>
          (users === 'hot' ? userIds[2] : userIds[call % userIds.length]) ?? '';
        cells.push({
          driver: counted.driver,
          users,
          callers,
          ...(await measureCell(counted, { callers, times, userAt })),
        });
      }
    }
  }
  return cells;
}

async function measureCell(
  { ledger, statements }: CountedLedger,
  { callers, times, userAt }: { callers: number; times: number; userAt: (call: number) => string },
): Promise<Omit<Cell, 'driver' | 'users' | 'callers'>> {
  const holds: number[] = [];
  let refused = 0;
  const before = statements();
  const pairs = await measure({ callers, times }, async (call) => {
    const userId = userAt(call);
    const operationId = newOperationId(userId);
    const startedAt = performance.now();
    // A stream has at most 32 calls open, so that more callers than that are refused now and then, and ask again.
    while (!(await hold(ledger, userId, operationId))) refused += 1;
    holds.push(performance.now() - startedAt);
    await settle(ledger, userId, operationId);
  });
  const { p50Ms, p99Ms } = percentiles(holds);
  return {
    pairsPerSecond: pairs.perSecond,
    holdP50Ms: p50Ms,
    holdP99Ms: p99Ms,
    statementsPerCall: (statements() - before) / times,
    refused,
  };
}
