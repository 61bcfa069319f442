import type { ModelEvent } from '@resumint/ai';
import type { SettleCommand } from '../stream/decide-end.ts';
import type { SettleOutcome, TokenCounts } from '../stream/fact.ts';
import { priceCall } from '../prices/price.ts';
import type { Metering } from './metering.ts';
import type { AdmittedCall } from './start-call.ts';

/** What has arrived of an answer so far. */
export interface Heard {
  text: string;
  finished: Extract<ModelEvent, { type: 'finished' }> | null;
}

/** What to charge for what was heard: what the provider reported, else an estimate of what arrived. */
export function settlementOf(
  { countTokens }: Pick<Metering, 'countTokens'>,
  { plan, price, hold }: AdmittedCall,
  { heard, outcome }: { heard: Heard; outcome: Exclude<SettleOutcome, 'lost'> },
): SettleCommand {
  const reported = heard.finished?.usage ?? null;
  const used: TokenCounts = reported ?? {
    inputTokens: plan.inputTokens,
    cachedInputTokens: 0,
    outputTokens: Math.min(countTokens(heard.text), hold.outputTokens),
    reasoningTokens: 0,
  };
  const { operationId } = hold;
  return { operationId, ...used, ...priceCall(price, used), isEstimated: reported === null, outcome };
}

/** For a call of which nothing is known but that it was sent: all that was held, until the provider is asked. */
export function lostSettlement({ hold }: AdmittedCall): SettleCommand {
  const { operationId, inputTokens, outputTokens, tokens, costNanos } = hold;
  return {
    operationId,
    inputTokens,
    cachedInputTokens: 0,
    outputTokens,
    reasoningTokens: 0,
    tokens,
    costNanos,
    isEstimated: true,
    outcome: 'lost',
  };
}
