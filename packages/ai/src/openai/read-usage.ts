import type { ResponseUsage } from 'openai/resources/responses/responses';
import type { ModelUsage } from '../model.ts';

/** Null when usage is missing or contradicts itself: what cannot be trusted counts as not reported. */
export function readUsage(reported: ResponseUsage | null | undefined): ModelUsage | null {
  if (!reported) return null;
  const usage: ModelUsage = {
    inputTokens: reported.input_tokens,
    cachedInputTokens: reported.input_tokens_details?.cached_tokens ?? 0,
    outputTokens: reported.output_tokens,
    reasoningTokens: reported.output_tokens_details?.reasoning_tokens ?? 0,
  };
  const areCounts = Object.values(usage).every((count) => Number.isSafeInteger(count) && count >= 0);
  const partsFit =
    usage.cachedInputTokens <= usage.inputTokens && usage.reasoningTokens <= usage.outputTokens;
  return areCounts && partsFit ? usage : null;
}
