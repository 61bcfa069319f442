import type { LimitName } from '@resumint/errors';
import { chargedBy } from '../stream/decide-end.ts';
import type { ExpireFact, Fact, HoldFact, TokenCounts } from '../stream/fact.ts';
import { NOTHING, type Amount, type State } from '../stream/state.ts';
import { windowUsage, type WindowUsage } from '../usage/window-usage.ts';

export interface Receipt {
  operationId: string;
  operation: string;
  model: string;
  priceVersion: string;
  status: 'held' | 'settled' | 'released' | 'expired';
  /** How the call ended, in more detail; null while it runs or where its process went away. */
  outcome: 'completed' | 'stopped' | 'lost' | 'unusable' | 'failed' | 'abandoned' | null;
  /** By class; null where only the total is known. */
  tokens: TokenCounts | null;
  charged: Amount;
  held: Amount;
  /** The limit that the call went past when it was admitted, which soft limits let it; null within all limits. */
  exceeded: LimitName | null;
  /** The provider did not say what was used, so the charge is ours until it does. */
  isEstimated: boolean;
  /** More came to light after the call had ended. */
  isCorrected: boolean;
  startedAt: Date;
  endedAt: Date | null;
}

/** A receipt with both windows as they stood right after. */
export interface CallReceipt extends Receipt {
  windowsAfter: { day: WindowUsage; month: WindowUsage };
}

/**
 * What the entries of one operation add up to at a time. Null when they hold no call. A hold whose time is up counts as
 * expired before its entry is written, as it does in every total.
 */
export function receiptOf(facts: Fact[], now: number): Receipt | null {
  const hold = facts.find((fact) => fact.kind === 'hold');
  if (!hold) return null;
  const isDue = facts.length === 1 && hold.expiresAt <= now;
  return describe(hold, isDue ? [hold, expiryOf(hold)] : facts);
}

function expiryOf({ kind: _, step: __, ...hold }: HoldFact): ExpireFact {
  return { ...hold, kind: 'expire', step: 1, at: hold.expiresAt };
}

export function callReceipt(facts: Fact[], after: State): CallReceipt {
  const receipt = receiptOf(facts, after.at);
  if (!receipt) throw new Error('a receipt was asked for entries that hold no call');
  return { ...receipt, windowsAfter: windowUsage(after) };
}

function describe(hold: HoldFact, facts: Fact[]): Receipt {
  const ending = facts.find(({ step }) => step === 1);
  const last = facts.findLast(({ kind }) => kind === 'settle' || kind === 'correct');
  const known = last?.kind === 'settle' || last?.kind === 'correct' ? last : null;
  const { operationId, operation, model, priceVersion, tokens, costNanos } = hold;
  return {
    operationId,
    operation,
    model,
    priceVersion,
    status: statusOf(ending),
    outcome: known?.outcome ?? (ending?.kind === 'release' ? ending.outcome : null),
    tokens: known && countsOf(known),
    charged: ending ? chargedBy(facts) : NOTHING,
    held: { tokens, costNanos },
    exceeded: hold.exceeds,
    isEstimated: known ? known.isEstimated : ending?.kind === 'expire',
    isCorrected: last?.kind === 'correct',
    startedAt: new Date(hold.at),
    endedAt: ending ? new Date(ending.at) : null,
  };
}

function statusOf(ending: Fact | undefined): Receipt['status'] {
  switch (ending?.kind) {
    case 'settle':
      return 'settled';
    case 'release':
      return 'released';
    case 'expire':
      return 'expired';
    default:
      return 'held';
  }
}

function countsOf({
  inputTokens,
  cachedInputTokens,
  outputTokens,
  reasoningTokens,
}: TokenCounts): TokenCounts {
  return { inputTokens, cachedInputTokens, outputTokens, reasoningTokens };
}
