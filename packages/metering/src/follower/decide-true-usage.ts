import type { ModelUsage } from '@resumint/ai';
import { priceCall, type Price } from '../prices/price.ts';
import { decideSettle, type EndOutcome } from '../stream/decide-end.ts';
import type { Decision, StreamView } from '../stream/decision.ts';
import type { Fact, SettleOutcome } from '../stream/fact.ts';

/**
 * Charges a call that was charged by estimate what the provider says that it used, at the price of its hold. How the
 * call ended stays what its caller was told; an expired one, of which nobody was told anything, was lost.
 */
export function decideTrueUsage(
  view: StreamView,
  { operationId, usage, price }: { operationId: string; usage: ModelUsage; price: Price },
): Decision<EndOutcome> {
  return decideSettle(view, {
    operationId,
    ...usage,
    ...priceCall(price, usage),
    isEstimated: false,
    outcome: outcomeTold(view.earlier),
  });
}

function outcomeTold(earlier: Fact[]): SettleOutcome {
  const told = earlier.findLast((fact) => fact.kind === 'settle' || fact.kind === 'correct');
  if (told?.kind !== 'settle' && told?.kind !== 'correct') return 'lost';
  // What was released cost nothing for certain, and is corrected no more.
  return told.outcome === 'failed' || told.outcome === 'abandoned' ? 'lost' : told.outcome;
}
