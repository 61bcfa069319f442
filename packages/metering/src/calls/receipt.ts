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
  /** What the provider reported beyond what was held; nothing where the hold was enough, as it should be. */
  overrun: Amount;
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
  /** The call whose kept answer was given, so that no model was called; null where one was. */
  answeredFrom: EarlierCall | null;
}

/** A call that was made and charged before. */
export interface EarlierCall {
  operationId: string;
  startedAt: Date;
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
  return { ...receipt, windowsAfter: windowUsage(after), answeredFrom: null };
}

/** Of a request that was answered from an earlier call. Nothing was held or charged, and the ledger has no entry of it. */
export function reusedReceipt(operationId: string, earlier: Receipt, state: State): CallReceipt {
  const { operation, model, priceVersion, startedAt } = earlier;
  return {
    operationId,
    operation,
    model,
    priceVersion,
    status: 'released',
    outcome: 'completed',
    tokens: null,
    charged: NOTHING,
    held: NOTHING,
    overrun: NOTHING,
    exceeded: null,
    isEstimated: false,
    isCorrected: false,
    startedAt: new Date(state.at),
    endedAt: new Date(state.at),
    windowsAfter: windowUsage(state),
    answeredFrom: { operationId: earlier.operationId, startedAt },
  };
}

function describe(hold: HoldFact, facts: Fact[]): Receipt {
  const ending = facts.find(({ step }) => step === 1);
  const last = facts.findLast(({ kind }) => kind === 'settle' || kind === 'correct');
  const known = last?.kind === 'settle' || last?.kind === 'correct' ? last : null;
  const { operationId, operation, model, priceVersion, tokens, costNanos } = hold;
  const charged = ending ? chargedBy(facts) : NOTHING;
  return {
    operationId,
    operation,
    model,
    priceVersion,
    status: statusOf(ending),
    outcome: known?.outcome ?? (ending?.kind === 'release' ? ending.outcome : null),
    tokens: known && countsOf(known),
    charged,
    held: { tokens, costNanos },
    overrun: overrunOf(charged, hold),
    exceeded: hold.exceeds,
    isEstimated: known ? known.isEstimated : ending?.kind === 'expire',
    isCorrected: last?.kind === 'correct',
    startedAt: new Date(hold.at),
    endedAt: ending ? new Date(ending.at) : null,
  };
}

function overrunOf(charged: Amount, held: Amount): Amount {
  const tokens = Math.max(0, charged.tokens - held.tokens);
  const costNanos = charged.costNanos > held.costNanos ? charged.costNanos - held.costNanos : 0n;
  return { tokens, costNanos };
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
