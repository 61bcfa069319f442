import { decideAbandon } from '../src/stream/decide-abandon.ts';
import { decideRelease, decideSettle, type EndOutcome } from '../src/stream/decide-end.ts';
import { decideHold, type HoldOutcome } from '../src/stream/decide-hold.ts';
import { decideTerms, decideZone } from '../src/stream/decide-terms.ts';
import type { State } from '../src/stream/state.ts';
import type { Step } from './arbitrary-steps.ts';
import { holdCommand, settleCommand } from './commands.ts';
import { openMemoryStream, type MemoryStream } from './memory-stream.ts';

export type StepOutcome =
  | { kind: 'hold'; outcome: HoldOutcome }
  | { kind: 'end'; outcome: EndOutcome }
  | { kind: 'abandon' }
  | { kind: 'terms'; outcome: State }
  /** An end of an operation that never began, which nobody asks for. */
  | { kind: 'skipped' };

export const operationIdOf = ({ operation }: Pick<Step, 'operation'>) => `op_${operation}`;
export const operationOf = ({ operation }: Pick<Step, 'operation'>) =>
  operation % 2 === 0 ? 'summarize' : 'parse';

/** Decides what a step asks for on the stream as it is, and appends that. */
export function playStep(stream: MemoryStream, step: Step, clock: number): StepOutcome {
  const operationId = operationIdOf(step);
  const view = stream.view(operationId, clock);
  const hasBegun = view.earlier.length > 0;
  const termsId = `terms_at_${stream.head().seq}`;
  switch (step.kind) {
    case 'hold': {
      const { claim, payloadHash, tokens, costNanos, lifetimeMs } = step;
      const asked = { claim, payloadHash, tokens, costNanos, lifetimeMs, operation: operationOf(step) };
      return { kind: 'hold', outcome: stream.append(decideHold(view, holdCommand({ operationId, ...asked }))) };
    }
    case 'settle': {
      if (!hasBegun) return { kind: 'skipped' };
      const { tokens, costNanos, isEstimated, outcome } = step;
      const command = settleCommand({ operationId, tokens, costNanos, isEstimated, outcome });
      return { kind: 'end', outcome: stream.append(decideSettle(view, command)) };
    }
    case 'release':
      if (!hasBegun) return { kind: 'skipped' };
      return { kind: 'end', outcome: stream.append(decideRelease(view, { operationId, outcome: step.outcome })) };
    case 'abandon': {
      const seq = stream.head().seq + (step.mayBeUnderWay ? 1 : 0);
      const command = { operationId, claim: step.claim, seq, voidId: `void_at_${seq}` };
      stream.append(decideAbandon(view, command));
      return { kind: 'abandon' };
    }
    case 'limits': {
      const { changes, maxInFlight } = step;
      const change = decideTerms(stream.view(termsId, clock), {
        operationId: termsId,
        actor: 'usr_admin',
        change: (terms) => ({ ...terms, setByAdmin: changes, maxInFlight }),
      });
      return { kind: 'terms', outcome: stream.append(change) };
    }
    case 'zone': {
      const command = { operationId: termsId, actor: 'usr_1', zone: step.zone };
      return { kind: 'terms', outcome: stream.append(decideZone(stream.view(termsId, clock), command)) };
    }
  }
}

/** Plays a whole history, and calls back after each step. */
export function playHistory(
  { openedAt, zone, anchorDay, steps }: { openedAt: number; zone: string; anchorDay: number; steps: Step[] },
  afterStep: (stream: MemoryStream, played: { step: Step; clock: number; outcome: StepOutcome }) => void = () => {},
): MemoryStream {
  const stream = openMemoryStream(openedAt, { zone, anchorDay });
  let clock = openedAt;
  for (const step of steps) {
    clock += step.elapsedMs;
    afterStep(stream, { step, clock, outcome: playStep(stream, step, clock) });
  }
  return stream;
}
