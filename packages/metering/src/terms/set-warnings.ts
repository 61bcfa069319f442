import type { Ledger } from '../ledger/ledger.ts';
import type { State } from '../stream/state.ts';
import { changeTerms, type ChangeOf } from './change-terms.ts';
import type { WarnAtPercent } from './terms.ts';

/** Sets from which share of a limit on a person is warned, apart for tokens and for cost. */
export function setWarnings(
  ledger: Ledger,
  of: ChangeOf,
  { tokens, cost }: { [Unit in keyof WarnAtPercent]?: number | undefined },
): Promise<State> {
  return changeTerms(ledger, of, (terms) => ({
    ...terms,
    warnAtPercent: { tokens: tokens ?? terms.warnAtPercent.tokens, cost: cost ?? terms.warnAtPercent.cost },
  }));
}
