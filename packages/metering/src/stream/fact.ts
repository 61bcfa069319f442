import type { LimitName } from '@resumint/errors';
import type { TermsRecord } from '../terms/terms.ts';
import type { Span } from '../windows/span.ts';
import type { Amount } from './state.ts';

/** Tokens by class. Cached tokens are part of input, reasoning tokens part of output. */
export interface TokenCounts {
  inputTokens: number;
  cachedInputTokens: number;
  outputTokens: number;
  reasoningTokens: number;
}

/** When and in which windows something happened. */
interface Occurrence {
  operationId: string;
  step: number;
  at: number;
  day: Span;
  month: Span;
}

/** What a call is, from its hold on. */
interface CallIdentity {
  operation: string;
  model: string;
  priceVersion: string;
  admittedDay: number;
  admittedMonth: number;
}

export interface OpenFact extends Occurrence {
  kind: 'open';
  terms: TermsRecord;
}

export interface HoldFact extends Occurrence, CallIdentity, Amount {
  kind: 'hold';
  step: 0;
  inputTokens: number;
  outputTokens: number;
  claim: string;
  payloadHash: string;
  expiresAt: number;
  /** The limit that it goes past, which only soft limits let it; null within all limits. */
  exceeds: LimitName | null;
}

export type SettleOutcome = 'completed' | 'stopped' | 'lost' | 'unusable';
export type ReleaseOutcome = 'failed' | 'abandoned';

export interface SettleFact extends Occurrence, CallIdentity, Amount, TokenCounts {
  kind: 'settle';
  step: 1;
  isEstimated: boolean;
  outcome: SettleOutcome;
}

export interface ReleaseFact extends Occurrence, CallIdentity {
  kind: 'release';
  step: 1;
  outcome: ReleaseOutcome;
}

/** The process that held is gone. What was held is charged, as an estimate. */
export interface ExpireFact extends Occurrence, CallIdentity, Amount {
  kind: 'expire';
  step: 1;
}

/**
 * More came to light after the end than was known at it. Tokens by class are those known now, the amount is the
 * difference to what was charged before.
 */
export interface CorrectFact extends Occurrence, CallIdentity, Amount, TokenCounts {
  kind: 'correct';
  isEstimated: boolean;
  outcome: SettleOutcome | ReleaseOutcome;
}

export interface TermsFact extends Occurrence {
  kind: 'terms';
  terms: TermsRecord;
  actor: string;
}

/** The running windows that an adjustment acts in, beside the lifetime: the day with its month, the month, or none. */
export type AdjustScope = 'day' | 'month' | 'lifetime';
export type AdjustReason = 'refund' | 'repair' | 'goodwill';

/** An admin's change of what counts as spent. Less than nothing gives back. */
export interface AdjustFact extends Occurrence, Amount {
  kind: 'adjust';
  scope: AdjustScope;
  reason: AdjustReason;
  actor: string;
}

/** Takes a sequence number, so that a write that may still be under way cannot. */
export interface VoidFact extends Occurrence {
  kind: 'void';
}

export type EndFact = SettleFact | ReleaseFact | ExpireFact;
export type Fact = OpenFact | HoldFact | EndFact | CorrectFact | AdjustFact | TermsFact | VoidFact;
