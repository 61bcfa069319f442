import type { Metering } from '../calls/metering.ts';
import { fitsOf, type OperationFit, type UsualCall } from './fits-of.ts';
import { readHistory } from './read-history.ts';
import { readState } from './read-usage.ts';

/** How many calls of each kind still fit, by the person's own last calls of the kind. */
export async function readFits(
  { ledger, prices }: Pick<Metering, 'ledger' | 'prices'>,
  userId: string,
  usual: readonly UsualCall[],
): Promise<OperationFit[]> {
  const [{ state, now }, list, histories] = await Promise.all([
    readState(ledger, userId),
    prices.load(),
    Promise.all(usual.map(async (call) => [call, await readHistory(ledger, userId, call)] as const)),
  ]);
  const byCall = new Map(histories);
  return fitsOf({ state, now, prices: list, historyOf: (call) => byCall.get(call) ?? null }, usual);
}
