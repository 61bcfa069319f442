import { AppError } from '@resumint/errors';
import { advance } from './advance.ts';
import { entryAfter, occurrence, type Decision, type StreamView } from './decision.ts';
import type { Entry } from './entry.ts';
import type { AdjustFact } from './fact.ts';
import type { Amount, State } from './state.ts';

export interface AdjustCommand extends Amount, Pick<AdjustFact, 'scope' | 'reason' | 'actor'> {
  operationId: string;
}

/** What was adjusted: now, or before by the same command. */
export type AdjustOutcome = { fact: AdjustFact; state: State };

/**
 * Adds to what counts as spent, or gives back. Refused where a total would become less than nothing, and where the
 * same id stands for another adjustment. Happens once for each id.
 */
export function decideAdjust(view: StreamView, command: AdjustCommand): Decision<AdjustOutcome> {
  const { now, entries, state } = advance(view.head, view.clock);
  const made = view.earlier.find((fact) => fact.kind === 'adjust');
  if (made) {
    if (isSame(made, command)) return { entries: [], outcome: { fact: made, state } };
    throw new AppError('key_reused', 'This idempotency key was used for another adjustment. Use a new one.', {
      details: { operationId: command.operationId },
    });
  }
  assertMeaningful(command);
  const entry: Entry<AdjustFact> = entryAfter(state, {
    kind: 'adjust',
    step: 0,
    ...command,
    ...occurrence(state, now),
  });
  assertNotNegative(command, entry.state);
  return { entries: [...entries, entry], outcome: entry };
}

function isSame(made: AdjustFact, { tokens, costNanos, scope, reason, actor }: AdjustCommand): boolean {
  return (
    made.tokens === tokens &&
    made.costNanos === costNanos &&
    made.scope === scope &&
    made.reason === reason &&
    made.actor === actor
  );
}

function assertMeaningful({ tokens, costNanos, reason }: AdjustCommand): void {
  if (tokens === 0 && costNanos === 0n) {
    throw new AppError(
      'bad_input',
      'An adjustment of nothing changes nothing: give tokens, a cost, or both.',
    );
  }
  if (reason !== 'repair' && (tokens > 0 || costNanos > 0n)) {
    throw new AppError('bad_input', `A ${reason} gives back: its tokens and cost are not above zero.`);
  }
}

/** Of what it takes from: a total that a correction brought below nothing may be repaired in steps. */
function assertNotNegative(
  { scope, tokens, costNanos }: AdjustCommand,
  { day, month, lifetime }: State,
): void {
  const totals = [
    { of: 'this day', total: day.spent, isActedOn: scope === 'day' },
    { of: 'this month', total: month.spent, isActedOn: scope !== 'lifetime' },
    { of: 'all time', total: lifetime, isActedOn: true },
  ];
  const isOverdrawn = (total: Amount) =>
    (tokens < 0 && total.tokens < 0) || (costNanos < 0n && total.costNanos < 0n);
  const broken = totals.find(({ total, isActedOn }) => isActedOn && isOverdrawn(total));
  if (!broken) return;
  throw new AppError('bad_input', `More would be given back than was used in ${broken.of}.`);
}
