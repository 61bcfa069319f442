import { createId } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import type { Ledger } from '../ledger/ledger.ts';
import { transact } from '../ledger/transact.ts';
import { decideTerms, decideZone } from '../stream/decide-terms.ts';
import type { State } from '../stream/state.ts';
import { describeAmount } from './describe-amount.ts';
import { LIMIT_NAMES } from './limit-names.ts';
import { effectiveLimits } from './effective-limits.ts';
import { WINDOW_LIMIT_NAMES, type WindowLimit } from './limits.ts';
import type { LimitChanges, Terms } from './terms.ts';

/** Whose terms change, and who asked for it: the person, or an admin. */
interface ChangeOf {
  userId: string;
  actor: string;
}

/** Lowers a person's own limits. Refuses a value above what plan and admin grant. */
export function lowerLimits(ledger: Ledger, of: ChangeOf, changes: LimitChanges): Promise<State> {
  return changeTerms(ledger, of, (terms) => {
    const limits = effectiveLimits(terms);
    for (const name of WINDOW_LIMIT_NAMES) {
      const { granted } = limits[name];
      const wanted = changes[name];
      if (wanted === undefined || granted === null) continue;
      if (wanted === null || wanted > granted) {
        throw new AppError(
          'bad_input',
          `Your ${LIMIT_NAMES[name]} can only be lowered: ${describeAmount(name, granted)} are granted.`,
        );
      }
    }
    return { ...terms, loweredByUser: { ...terms.loweredByUser, ...changes } };
  });
}

/** Takes a person's own caps away, so that what is granted counts again. */
export function restoreLimits(ledger: Ledger, of: ChangeOf, names: readonly WindowLimit[]): Promise<State> {
  return changeTerms(ledger, of, (terms) => ({
    ...terms,
    loweredByUser: without(terms.loweredByUser, names),
  }));
}

/** An admin's value for a limit in place of the plan's: null is unlimited, `plan` gives the plan's back. */
export type AdminLimits = Partial<Record<WindowLimit, bigint | null | 'plan'>>;

export function setLimits(
  ledger: Ledger,
  of: ChangeOf,
  { limits, maxInFlight }: { limits: AdminLimits; maxInFlight?: number | null | undefined },
): Promise<State> {
  return changeTerms(ledger, of, (terms) => ({
    ...terms,
    setByAdmin: override(terms.setByAdmin, limits),
    ...(maxInFlight !== undefined && { maxInFlight }),
  }));
}

/** The zone in which a person's days and months run, from the end of the running day on. */
export function setZone(ledger: Ledger, { userId, actor }: ChangeOf, zone: string): Promise<State> {
  const operationId = createId('terms');
  return transact(ledger, { userId, operationId }, (view) => decideZone(view, { operationId, actor, zone }));
}

function changeTerms(
  ledger: Ledger,
  { userId, actor }: ChangeOf,
  change: (terms: Terms) => Terms,
): Promise<State> {
  const operationId = createId('terms');
  return transact(ledger, { userId, operationId }, (view) =>
    decideTerms(view, { operationId, actor, change: (terms) => dayWithinMonth(change(terms)) }),
  );
}

/** A day's limit above its month's would promise what the month refuses. */
function dayWithinMonth(terms: Terms): Terms {
  const { tokensPerDay, tokensPerMonth, costPerDay, costPerMonth } = effectiveLimits(terms);
  for (const [day, month] of [
    [tokensPerDay, tokensPerMonth],
    [costPerDay, costPerMonth],
  ] as const) {
    if (month.value !== null && (day.value === null || day.value > month.value)) {
      throw new AppError(
        'bad_input',
        'A limit per day may not be above the limit per month. Lower the day with it.',
      );
    }
  }
  return terms;
}

function override(before: LimitChanges, limits: AdminLimits): LimitChanges {
  const after = { ...before };
  for (const name of WINDOW_LIMIT_NAMES) {
    const value = limits[name];
    if (value === 'plan') delete after[name];
    else if (value !== undefined) after[name] = value;
  }
  return after;
}

function without(changes: LimitChanges, names: readonly WindowLimit[]): LimitChanges {
  const rest = { ...changes };
  for (const name of names) delete rest[name];
  return rest;
}
