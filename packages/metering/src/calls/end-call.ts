import { AppError } from '@resumint/errors';
import { transact } from '../ledger/transact.ts';
import { decideRelease, decideSettle, type EndOutcome, type SettleCommand } from '../stream/decide-end.ts';
import type { Decision, StreamView } from '../stream/decision.ts';
import type { ReleaseOutcome } from '../stream/fact.ts';
import type { Metering } from './metering.ts';
import { persist } from './persist.ts';
import { callReceipt, type CallReceipt } from './receipt.ts';
import type { AdmittedCall } from './start-call.ts';

/** A call to end, and where to leave what could not be written while its caller waited. */
export interface Ending {
  call: AdmittedCall;
  keepAlive: (work: Promise<unknown>) => void;
}

/**
 * Charges a call what it used. Where the database stays away it goes on trying after the caller was told so; an expiry
 * that comes first is then corrected.
 */
export function settleCall(metering: Metering, ending: Ending, command: SettleCommand): Promise<CallReceipt> {
  return end(metering, ending, (view) => decideSettle(view, command));
}

/** Ends a call that spent nothing, at no charge. */
export function releaseCall(
  metering: Metering,
  ending: Ending,
  outcome: ReleaseOutcome,
): Promise<CallReceipt> {
  const { operationId } = ending.call.hold;
  return end(metering, ending, (view) => decideRelease(view, { operationId, outcome }));
}

async function end(
  { ledger, times }: Metering,
  { call: { userId, hold }, keepAlive }: Ending,
  decide: (view: StreamView) => Decision<EndOutcome>,
): Promise<CallReceipt> {
  const { operationId } = hold;
  const write = () =>
    transact(ledger, { userId, operationId, withinMs: times.endMs }, (view) => {
      const { entries, outcome } = decide(view);
      const facts = [...view.earlier, ...entries.map(({ fact }) => fact)].filter(
        (fact) => fact.operationId === operationId,
      );
      const after = outcome.kind === 'ended' ? outcome.entry.state : outcome.state;
      return { entries, outcome: callReceipt(facts, after) };
    });
  try {
    return await write();
  } catch (error) {
    if (!isDatabaseAway(error)) throw error;
    keepAlive(persist(times.keepTryingMs, write, isDatabaseAway));
    throw new AppError(
      'model_failed',
      'The call was made, but what it used could not be written yet. It is charged as soon as that is possible. Ask again with the same key for its answer.',
      { details: { retryable: true, operationId, charged: true }, cause: error },
    );
  }
}

function isDatabaseAway(error: unknown): boolean {
  return error instanceof AppError && error.code === 'limits_unverifiable';
}
