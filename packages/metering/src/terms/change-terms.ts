import { createId } from '@resumint/drizzle';
import type { Ledger } from '../ledger/ledger.ts';
import { transact } from '../ledger/transact.ts';
import { decideTerms, decideZone } from '../stream/decide-terms.ts';
import type { State } from '../stream/state.ts';
import type { Terms } from './terms.ts';

/** Whose terms change, and who asked for it: the person, or an admin. */
export interface ChangeOf {
  userId: string;
  actor: string;
}

/** Changes terms by one entry, from the next call on. What was used stays used: no counter is part of the terms. */
export function changeTerms(
  ledger: Ledger,
  { userId, actor }: ChangeOf,
  change: (terms: Terms) => Terms,
): Promise<State> {
  const operationId = createId('terms');
  return transact(ledger, { userId, operationId, isNew: true }, (view) =>
    decideTerms(view, { operationId, actor, change }),
  );
}

/** The zone in which a person's days and months run, from the end of the running day on. */
export function setZone(ledger: Ledger, { userId, actor }: ChangeOf, zone: string): Promise<State> {
  const operationId = createId('terms');
  return transact(ledger, { userId, operationId, isNew: true }, (view) =>
    decideZone(view, { operationId, actor, zone }),
  );
}
