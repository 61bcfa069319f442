import { AppError } from '@resumint/errors';
import { decideAbandon } from '../src/stream/decide-abandon.ts';
import { decideAdjust } from '../src/stream/decide-adjust.ts';
import { decideRelease, decideSettle, type EndOutcome } from '../src/stream/decide-end.ts';
import { decideHold, type HoldOutcome } from '../src/stream/decide-hold.ts';
import { decideTerms, decideZone } from '../src/stream/decide-terms.ts';
import type { Entry } from '../src/stream/entry.ts';
import type { State } from '../src/stream/state.ts';
import type { Terms } from '../src/terms/terms.ts';
import type { History, Step } from './arbitrary-steps.ts';
import { holdCommand, settleCommand } from './commands.ts';
import { openMemoryStream, type MemoryStream } from './memory-stream.ts';

/** What came of a step, in a word. An end of an operation that never began, which nobody asks for, is skipped. */
export type StepOutcome =
  | HoldOutcome['kind']
  | EndOutcome['kind']
  | 'terms'
  | 'void'
  | 'release'
  | 'correct'
  | 'adjusted'
  | 'refused'
  | 'nothing'
  | 'skipped';

export interface PlayedStep {
  step: Step;
  clock: number;
  /** The head before it. */
  before: State;
  outcome: StepOutcome;
  /** What it appended. */
  added: Entry[];
}

export const operationIdOf = ({ operation }: Pick<Step, 'operation'>) => `op_${operation}`;
export const operationOf = ({ operation }: Pick<Step, 'operation'>) =>
  operation % 2 === 0 ? 'summarize' : 'parse';

/** Plays a whole history, and calls back after each step. */
export function playHistory(
  { openedAt, zone, anchorDay, steps }: History,
  afterStep: (stream: MemoryStream, played: PlayedStep) => void = () => {},
): MemoryStream {
  const stream = openMemoryStream(openedAt, { zone, anchorDay });
  let clock = openedAt;
  for (const step of steps) {
    clock += step.elapsedMs;
    const [before, length] = [stream.head(), stream.entries().length];
    const outcome = playStep(stream, step, clock);
    afterStep(stream, { step, clock, before, outcome, added: stream.entries().slice(length) });
  }
  return stream;
}

/** Decides what a step asks for on the stream as it is, and appends that. */
function playStep(stream: MemoryStream, step: Step, clock: number): StepOutcome {
  const operationId = operationIdOf(step);
  const view = stream.view(operationId, clock);
  const hasBegun = view.earlier.length > 0;
  const termsId = `terms_at_${stream.head().seq}`;
  switch (step.kind) {
    case 'hold': {
      const { claim, payloadHash, tokens, costNanos, lifetimeMs } = step;
      const asked = { claim, payloadHash, tokens, costNanos, lifetimeMs, operation: operationOf(step) };
      return stream.append(decideHold(view, holdCommand({ operationId, ...asked }))).kind;
    }
    case 'settle': {
      if (!hasBegun) return 'skipped';
      const { tokens, costNanos, isEstimated, outcome } = step;
      const command = settleCommand({ operationId, tokens, costNanos, isEstimated, outcome });
      return stream.append(decideSettle(view, command)).kind;
    }
    case 'release':
      if (!hasBegun) return 'skipped';
      return stream.append(decideRelease(view, { operationId, outcome: step.outcome })).kind;
    case 'abandon': {
      const seq = stream.head().seq + (step.mayBeUnderWay ? 1 : 0);
      const decision = decideAbandon(view, { operationId, claim: step.claim, seq, voidId: `void_at_${seq}` });
      stream.append(decision);
      return abandonOutcome(decision.entries);
    }
    case 'limits': {
      const { changes: setByAdmin, maxInFlight, caps, enforcement } = step;
      const operationsPerDay = { setByAdmin: caps, loweredByUser: {} };
      const change = (terms: Terms) => ({ ...terms, setByAdmin, maxInFlight, operationsPerDay, enforcement });
      const command = { operationId: termsId, actor: 'usr_admin', change };
      stream.append(decideTerms(stream.view(termsId, clock), command));
      return 'terms';
    }
    case 'plan': {
      const { plan } = step;
      const command = {
        operationId: termsId,
        actor: 'usr_admin',
        change: (terms: Terms) => ({ ...terms, plan }),
      };
      stream.append(decideTerms(stream.view(termsId, clock), command));
      return 'terms';
    }
    case 'zone': {
      const command = { operationId: termsId, actor: 'usr_1', zone: step.zone };
      stream.append(decideZone(stream.view(termsId, clock), command));
      return 'terms';
    }
    case 'adjust': {
      const { tokens, costNanos, scope, reason } = step;
      const adjustmentId = `adj_at_${stream.head().seq}`;
      const asked = { tokens, costNanos, scope, reason, actor: 'usr_admin', operationId: adjustmentId };
      const decide = () => decideAdjust(stream.view(adjustmentId, clock), asked);
      if (isRefused(decide)) return 'refused';
      stream.append(decide());
      return 'adjusted';
    }
  }
}

function isRefused(decide: () => unknown): boolean {
  try {
    decide();
    return false;
  } catch (error) {
    if (error instanceof AppError && error.code === 'bad_input') return true;
    throw error;
  }
}

function abandonOutcome(entries: Entry[]): StepOutcome {
  const kind = entries.at(-1)?.fact.kind;
  return kind === 'void' || kind === 'release' || kind === 'correct' ? kind : 'nothing';
}
