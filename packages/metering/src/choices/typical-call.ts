import type { CallHistory } from '../calls/call-history.ts';
import type { TokenCounts } from '../stream/fact.ts';

/** A call as somebody's last ones were on average: what it took, and what it was held for. */
export interface TypicalCall {
  used: TokenCounts;
  held: TokenCounts;
}

/** The mean of calls that are added up. What was held is rounded up. */
export function typicalCall({ calls, ...sum }: CallHistory): TypicalCall {
  return {
    used: {
      inputTokens: Math.round(sum.input / calls),
      cachedInputTokens: Math.floor(sum.cachedInput / calls),
      outputTokens: Math.round(sum.output / calls),
      reasoningTokens: 0,
    },
    held: {
      inputTokens: Math.ceil(sum.heldInput / calls),
      cachedInputTokens: 0,
      outputTokens: Math.ceil(sum.heldOutput / calls),
      reasoningTokens: 0,
    },
  };
}
