import type { UsageRow } from '../src/usage/count-usage.ts';
import type { RecentCall } from '../src/suggestions/recent-calls.ts';

/** Twenty completed parses, each of 1 000 tokens in and 500 out, where nothing else is said. */
export function usageRow(changes: Partial<UsageRow> = {}): UsageRow {
  return {
    dayStart: new Date('2026-03-17'),
    monthStart: new Date('2026-03-01'),
    operation: 'resume.parse',
    model: 'gpt-4.1-mini',
    outcome: 'completed',
    calls: 20,
    inputTokens: 20_000,
    cachedInputTokens: 0,
    outputTokens: 10_000,
    reasoningTokens: 0,
    tokens: 30_000,
    costNanos: 24_000_000n,
    ...changes,
  };
}

/** A summary that held 300 tokens for its answer and used 100, where nothing else is said. */
export function recentCall(changes: Partial<RecentCall> = {}): RecentCall {
  return {
    at: Date.parse('2026-03-17T08:00:00Z'),
    operation: 'resume.summarize',
    model: 'gpt-4.1-mini',
    priceVersion: '2025-04-14',
    payloadHash: 'payload',
    heldInputTokens: 1_200,
    heldOutputTokens: 300,
    outputTokens: 100,
    costNanos: 640_000n,
    ...changes,
  };
}
