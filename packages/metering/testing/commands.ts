import type { SettleCommand } from '../src/stream/decide-end.ts';
import type { HoldCommand } from '../src/stream/decide-hold.ts';

export const DOLLAR = 1_000_000_000n;

/** A hold of 1 000 tokens and a cent for two minutes, where nothing else is said. */
export function holdCommand(changes: Partial<HoldCommand> = {}): HoldCommand {
  const { operationId = 'op_1' } = changes;
  return {
    operationId,
    operation: 'summarize',
    model: 'gpt-5-mini',
    priceVersion: '2025-08-07',
    inputTokens: 600,
    outputTokens: 400,
    tokens: 1_000,
    costNanos: DOLLAR / 100n,
    payloadHash: 'payload',
    claim: `claim of ${operationId}`,
    lifetimeMs: 120_000,
    ...changes,
  };
}

/** A call that used 300 tokens, by the provider's own word, where nothing else is said. */
export function settleCommand(changes: Partial<SettleCommand> = {}): SettleCommand {
  return {
    operationId: 'op_1',
    inputTokens: 200,
    cachedInputTokens: 50,
    outputTokens: 100,
    reasoningTokens: 10,
    tokens: 300,
    costNanos: 3_000_000n,
    isEstimated: false,
    outcome: 'completed',
    ...changes,
  };
}
