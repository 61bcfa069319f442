import {
  adjust,
  decideHold,
  decideRelease,
  decideSettle,
  defaultTerms,
  writeHistory,
  type Ledger,
  type PastDecision,
} from '@resumint/metering';
import { holdFor } from '../follower/spend.ts';

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
const OPERATIONS = ['resume.parse', 'resume.summarize', 'resume.match'];
const MODELS = ['gpt-4.1-mini', 'gpt-5-nano'];
const ENDS = ['completed', 'stopped', 'lost', 'unusable', 'failed', 'expired', 'corrected'] as const;

/** Writes a stream with calls of every kind that ended in every way, two adjustments, and a call that runs. */
export async function writePastActivity(
  ledger: Ledger,
  userId: string,
  { calls, zone, until }: { calls: number; zone: string; until: number },
): Promise<void> {
  const openedAt = until - (calls + 1) * HOUR_MS;
  await writeHistory(ledger, userId, {
    terms: defaultTerms(zone),
    openedAt,
    decisions: Array.from({ length: calls }, (_, index) => index).flatMap((index) =>
      decisionsOf(index, openedAt + (index + 1) * HOUR_MS),
    ),
  });
  const made = { scope: 'lifetime', actor: 'usr_admin' } as const;
  const given = { ...made, reason: 'goodwill', note: 'Given back.' } as const;
  await adjust(ledger, userId, { ...given, tokens: -3, costNanos: -30n });
  await holdFor(ledger, { userId, operationId: 'op_running', tokens: 10, lifetimeMs: HOUR_MS });
  const missed = { ...made, reason: 'repair', note: '=1+1, "missed"' } as const;
  await adjust(ledger, userId, { ...missed, tokens: 0, costNanos: 7n });
}

/** A call that began at a time, and ended in the way that its index says. */
export function decisionsOf(index: number, at: number): PastDecision[] {
  const operationId = `op_past${index}`;
  const end = ENDS[index % ENDS.length] ?? 'completed';
  const used = { inputTokens: 9 + (index % 20), cachedInputTokens: 1, outputTokens: 3, reasoningTokens: 1 };
  const amount = { tokens: 12 + (index % 20), costNanos: BigInt(1_000 + index) };
  const settle = { operationId, ...used, ...amount, isEstimated: false };
  const decision = (atMs: number, decide: PastDecision['decide']) => ({ at: atMs, operationId, decide });
  const hold = decision(at, (view) =>
    decideHold(view, {
      operationId,
      operation: OPERATIONS[index % OPERATIONS.length] ?? '',
      model: MODELS[(index >> 1) % MODELS.length] ?? '',
      priceVersion: '2025-04-14',
      inputTokens: 50,
      outputTokens: 10,
      tokens: 60,
      costNanos: BigInt(5_000 + index),
      payloadHash: 'same',
      claim: operationId,
      lifetimeMs: MINUTE_MS,
    }),
  );
  switch (end) {
    case 'expired':
      return [hold];
    case 'failed':
      return [hold, decision(at + 1_000, (view) => decideRelease(view, { operationId, outcome: end }))];
    case 'corrected': {
      const estimate = { ...settle, tokens: 40, costNanos: 4_000n, isEstimated: true };
      return [
        hold,
        decision(at + 1_000, (view) => decideSettle(view, { ...estimate, outcome: 'stopped' })),
        decision(at + 2_000, (view) => decideSettle(view, { ...settle, outcome: 'stopped' })),
      ];
    }
    case 'completed':
    case 'stopped':
    case 'lost':
    case 'unusable':
      return [hold, decision(at + 1_000, (view) => decideSettle(view, { ...settle, outcome: end }))];
  }
}
