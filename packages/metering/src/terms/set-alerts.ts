import type { Ledger } from '../ledger/ledger.ts';
import type { State } from '../stream/state.ts';
import { changeTerms, type ChangeOf } from './change-terms.ts';

/** Sets at which shares of each limit a person is told, in any order; none to be told of nothing. */
export function setAlerts(ledger: Ledger, of: ChangeOf, percents: readonly number[]): Promise<State> {
  const alertAtPercent = [...new Set(percents)].toSorted((left, right) => left - right);
  return changeTerms(ledger, of, (terms) => ({ ...terms, alertAtPercent }));
}
