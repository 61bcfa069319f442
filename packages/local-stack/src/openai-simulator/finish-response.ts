import { contentPart, messageItem, reasoningItem, wireUsage } from './response-object.ts';
import type { ResponseIds, WireResponse } from './response-object.ts';
import type { ResponsePlan } from './plan-response.ts';

/** The response as it is when all that was planned has been said. */
export function finishResponse(
  started: WireResponse,
  plan: ResponsePlan,
  { ids, now }: { ids: ResponseIds; now: number },
): WireResponse {
  const status = plan.isComplete ? 'completed' : 'incomplete';
  const text = plan.deltas.map((delta) => delta.text).join('');
  const message = messageItem(ids, status, [contentPart(plan.kind, text)]);
  return {
    ...started,
    status,
    completed_at: plan.isComplete ? Math.floor(now / 1000) : null,
    incomplete_details: plan.isComplete ? null : { reason: 'max_output_tokens' },
    output: [
      ...(plan.reasoningTokens > 0 ? [reasoningItem(ids)] : []),
      ...(hasMessage(plan) ? [message] : []),
    ],
    usage: plan.isUsageReported ? wireUsage(plan) : null,
  };
}

/** A cap that reasoning uses up leaves no message at all. */
export function hasMessage(plan: ResponsePlan): boolean {
  return plan.isComplete || plan.deltas.length > 0;
}
