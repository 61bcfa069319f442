import { transact } from '../ledger/transact.ts';
import { decideRelease, decideSettle, type EndOutcome, type SettleCommand } from '../stream/decide-end.ts';
import type { Decision, StreamView } from '../stream/decision.ts';
import type { ReleaseOutcome } from '../stream/fact.ts';
import type { Metering } from './metering.ts';
import { persist } from './persist.ts';
import { callReceipt, type CallReceipt } from './receipt.ts';
import type { AdmittedCall } from './start-call.ts';

/** Charges a call what it used. Keeps trying for as long as the hold could live; after that its expiry has charged it. */
export function settleCall(
  metering: Metering,
  call: AdmittedCall,
  command: SettleCommand,
): Promise<CallReceipt> {
  return end(metering, call, (view) => decideSettle(view, command));
}

/** Ends a call that spent nothing, at no charge. */
export function releaseCall(
  metering: Metering,
  call: AdmittedCall,
  outcome: ReleaseOutcome,
): Promise<CallReceipt> {
  const { operationId } = call.hold;
  return end(metering, call, (view) => decideRelease(view, { operationId, outcome }));
}

async function end(
  { ledger, times }: Metering,
  { userId, hold }: AdmittedCall,
  decide: (view: StreamView) => Decision<EndOutcome>,
): Promise<CallReceipt> {
  const { operationId } = hold;
  return persist(times.holdMs, () =>
    transact(ledger, { userId, operationId }, (view) => {
      const { entries, outcome } = decide(view);
      const facts = [...view.earlier, ...entries.map(({ fact }) => fact)].filter(
        (fact) => fact.operationId === operationId,
      );
      const after = outcome.kind === 'ended' ? outcome.entry.state : outcome.state;
      return { entries, outcome: callReceipt(facts, after) };
    }),
  );
}
