import { AppError } from '@resumint/errors';
import type { Ledger } from '../ledger/ledger.ts';
import type { State } from '../stream/state.ts';
import { changeTerms, type ChangeOf } from './change-terms.ts';
import { dayWithinMonth } from './day-within-month.ts';
import { describeAmount } from './describe-amount.ts';
import { effectiveLimits, type EffectiveLimit } from './effective-limits.ts';
import { LIMIT_NAMES } from './limit-names.ts';
import { WINDOW_LIMIT_NAMES, type WindowLimit } from './limits.ts';
import type { OperationCaps, Terms } from './terms.ts';

/** A person's own value for a limit; `granted` takes it away, so that what is granted counts again. */
export type OwnCap = bigint | null | 'granted';

/** Caps that a person sets for themselves: of the windows, and of calls a day by operation. */
export interface OwnCaps {
  limits: Partial<Record<WindowLimit, OwnCap>>;
  operationsPerDay?: OperationCaps | undefined;
}

export type OwnLimit = WindowLimit | 'operationsPerDay';

/** Changes a person's own limits by one entry. Refuses a value above what plan and admin grant. */
export function lowerLimits(ledger: Ledger, of: ChangeOf, caps: OwnCaps): Promise<State> {
  return changeTerms(ledger, of, (terms) => lowered(terms, caps));
}

/** Takes a person's own caps away, so that what is granted counts again. */
export function restoreLimits(ledger: Ledger, of: ChangeOf, names: readonly OwnLimit[]): Promise<State> {
  return changeTerms(ledger, of, (terms) => restored(terms, names));
}

export function lowered(terms: Terms, { limits, operationsPerDay = {} }: OwnCaps): Terms {
  const effective = effectiveLimits(terms);
  const ownLimits = { ...terms.loweredByUser };
  for (const name of WINDOW_LIMIT_NAMES) {
    const wanted = limits[name];
    if (wanted === 'granted') delete ownLimits[name];
    else if (wanted !== undefined) {
      assertGranted(effective[name], wanted, (granted) => [LIMIT_NAMES[name], describeAmount(name, granted)]);
      ownLimits[name] = wanted;
    }
  }
  for (const [operation, wanted] of Object.entries(operationsPerDay)) {
    const limit = effective.operationsPerDay[operation];
    assertGranted(limit, wanted, (granted) => [`daily limit for ${operation}`, `${granted} calls`]);
  }
  const { setByAdmin, loweredByUser } = terms.operationsPerDay;
  const after = {
    ...terms,
    loweredByUser: ownLimits,
    operationsPerDay: { setByAdmin, loweredByUser: { ...loweredByUser, ...operationsPerDay } },
  };
  return dayWithinMonth(terms, after, 'value');
}

export function restored(terms: Terms, names: readonly OwnLimit[]): Terms {
  const loweredByUser = { ...terms.loweredByUser };
  for (const name of names) if (name !== 'operationsPerDay') delete loweredByUser[name];
  const { setByAdmin } = terms.operationsPerDay;
  const operationsPerDay = names.includes('operationsPerDay')
    ? { setByAdmin, loweredByUser: {} }
    : terms.operationsPerDay;
  return dayWithinMonth(terms, { ...terms, loweredByUser, operationsPerDay }, 'value');
}

function assertGranted(
  limit: EffectiveLimit | undefined,
  wanted: bigint | null | undefined,
  describe: (granted: bigint) => [name: string, amount: string],
): void {
  const granted = limit?.granted ?? null;
  if (wanted === undefined || granted === null) return;
  if (wanted !== null && wanted <= granted) return;
  const [name, amount] = describe(granted);
  throw new AppError('bad_input', `Your ${name} can only be lowered: ${amount} are granted.`);
}
