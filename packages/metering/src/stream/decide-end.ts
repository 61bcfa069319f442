import { advance } from './advance.ts';
import { entryAfter, occurrence, type Decision, type StreamView } from './decision.ts';
import type { Entry } from './entry.ts';
import type {
  CorrectFact,
  Fact,
  HoldFact,
  ReleaseFact,
  ReleaseOutcome,
  SettleFact,
  SettleOutcome,
  TokenCounts,
} from './fact.ts';
import { add, NOTHING, subtract, type Amount, type State } from './state.ts';

export interface SettleCommand extends Amount, TokenCounts {
  operationId: string;
  isEstimated: boolean;
  outcome: SettleOutcome;
}

export interface ReleaseCommand {
  operationId: string;
  outcome: ReleaseOutcome;
}

/** How the operation's end stands now: `ended` by this decision, or before and not to be changed by it. */
export type EndOutcome =
  | { kind: 'ended'; entry: Entry<SettleFact | ReleaseFact | CorrectFact> }
  | { kind: 'alreadyEnded'; state: State };

const NO_TOKENS: TokenCounts = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, reasoningTokens: 0 };

/**
 * Ends a call with what it used; never refused. Closes the race with the expiry of its hold: the two share a step,
 * so one of them lands, and the other becomes a correction or nothing.
 */
export function decideSettle(view: StreamView, command: SettleCommand): Decision<EndOutcome> {
  const hold = holdOf(view, command.operationId);
  const { now, entries, state } = advance(view.head, view.clock, command.operationId);
  if (!isOpen(state, command.operationId)) return correct(view, hold, command);
  const entry = entryAfter(state, {
    kind: 'settle',
    step: 1,
    ...identityOf(hold),
    ...command,
    ...occurrence(state, now),
  } satisfies SettleFact);
  return { entries: [...entries, entry], outcome: { kind: 'ended', entry } };
}

/** Ends a call that spent nothing. One that its expiry charged meanwhile gets back what it was charged. */
export function decideRelease(view: StreamView, command: ReleaseCommand): Decision<EndOutcome> {
  const hold = holdOf(view, command.operationId);
  const { now, entries, state } = advance(view.head, view.clock, command.operationId);
  if (!isOpen(state, command.operationId)) {
    return correct(view, hold, { ...command, ...NOTHING, ...NO_TOKENS, isEstimated: false });
  }
  const entry = entryAfter(state, {
    kind: 'release',
    step: 1,
    ...identityOf(hold),
    ...command,
    ...occurrence(state, now),
  } satisfies ReleaseFact);
  return { entries: [...entries, entry], outcome: { kind: 'ended', entry } };
}

type Knowledge = Omit<SettleCommand, 'outcome'> & Pick<CorrectFact, 'outcome'>;

function correct(view: StreamView, hold: HoldFact, known: Knowledge): Decision<EndOutcome> {
  const { now, entries, state } = advance(view.head, view.clock);
  if (!isBetterKnown(view.earlier, known)) {
    return { entries: [], outcome: { kind: 'alreadyEnded', state } };
  }
  const entry = entryAfter(state, {
    kind: 'correct',
    ...identityOf(hold),
    ...known,
    ...subtract(known, chargedBy(view.earlier)),
    step: Math.max(...view.earlier.map(({ step }) => step)) + 1,
    ...occurrence(state, now),
  } satisfies CorrectFact);
  return { entries: [...entries, entry], outcome: { kind: 'ended', entry } };
}

/**
 * What the provider said replaces any estimate, once. An estimate replaces the full charge of an expiry, and an
 * estimate that saw less of the answer.
 */
function isBetterKnown(earlier: Fact[], { isEstimated, tokens }: Knowledge): boolean {
  const last = earlier.at(-1);
  if (last?.kind === 'expire') return true;
  if (last?.kind !== 'settle' && last?.kind !== 'correct') return false;
  return last.isEstimated && (!isEstimated || tokens > chargedBy(earlier).tokens);
}

/** What an operation was charged so far, over its settlement or expiry and its corrections. */
export function chargedBy(facts: Fact[]): Amount {
  return facts
    .filter((fact) => fact.kind === 'settle' || fact.kind === 'expire' || fact.kind === 'correct')
    .reduce<Amount>(add, NOTHING);
}

function isOpen(state: State, wanted: string): boolean {
  return state.open.some(({ operationId }) => operationId === wanted);
}

function holdOf({ earlier }: StreamView, operationId: string): HoldFact {
  const hold = earlier.find((fact) => fact.kind === 'hold');
  if (!hold) throw new Error(`operation ${operationId} ends without a hold`);
  return hold;
}

function identityOf({ operation, model, priceVersion, admittedDay, admittedMonth }: HoldFact) {
  return { operation, model, priceVersion, admittedDay, admittedMonth };
}
