import { AppError, type LimitName } from '@resumint/errors';
import type { AdjustReason, AdjustScope, Fact, ReleaseOutcome, SettleOutcome } from '../stream/fact.ts';
import { NEWEST_STATE_VERSION, type State } from '../stream/state.ts';
import { decodeCarried } from './carried.ts';
import { decodeCrossed } from './crossed.ts';
import type { HeadRow } from './head-columns.ts';
import type { LedgerRow } from './rows.ts';
import { LIMIT_NAMES } from '../terms/limit-names.ts';
import { decodeTerms } from '../terms/terms-text.ts';

/** How an entry is called in an error. */
type Named = Pick<LedgerRow, 'userId' | 'seq' | 'kind'>;

/** The state that a head carries, with the terms of the entry that it refers to. */
export function toState(head: HeadRow, termsInForce: Named & Pick<LedgerRow, 'terms'>): State {
  if (head.stateVersion > NEWEST_STATE_VERSION) {
    throw new AppError(
      'limits_unverifiable',
      'Your limits are kept in a newer form than this server knows. Nothing was spent. Please try again shortly.',
    );
  }
  return {
    seq: head.seq,
    at: head.at.getTime(),
    day: {
      startsAt: head.dayStart.getTime(),
      endsAt: head.dayEnd.getTime(),
      spent: { tokens: head.dayTokens, costNanos: head.dayCostNanos },
      held: { tokens: head.dayHeldTokens, costNanos: head.dayHeldCostNanos },
    },
    month: {
      startsAt: head.monthStart.getTime(),
      endsAt: head.monthEnd.getTime(),
      spent: { tokens: head.monthTokens, costNanos: head.monthCostNanos },
      held: { tokens: head.monthHeldTokens, costNanos: head.monthHeldCostNanos },
    },
    lifetime: {
      tokens: head.lifetimeTokens,
      costNanos: head.lifetimeCostNanos,
      operations: head.lifetimeOperations,
    },
    ...decodeCarried(present(head, 'carried')),
    crossed: decodeCrossed(head.crossed),
    terms: decodeTerms(present(termsInForce, 'terms')),
    termsSeq: head.termsSeq,
  };
}

/** What an entry says happened. */
export function toFact(row: LedgerRow): Fact {
  const { kind, operationId, tokens, costNanos, isEstimated } = row;
  const occurrence = {
    operationId,
    step: row.step,
    at: row.at.getTime(),
    day: { startsAt: row.dayStart.getTime(), endsAt: row.dayEnd.getTime() },
    month: { startsAt: row.monthStart.getTime(), endsAt: row.monthEnd.getTime() },
  };
  switch (kind) {
    case 'open':
      return { kind, ...occurrence, terms: decodeTerms(present(row, 'terms')) };
    case 'terms':
      return { kind, ...occurrence, terms: decodeTerms(present(row, 'terms')), actor: present(row, 'actor') };
    case 'hold':
      return {
        kind,
        ...occurrence,
        step: 0,
        ...call(row),
        tokens,
        costNanos,
        inputTokens: present(row, 'inputTokens'),
        outputTokens: present(row, 'outputTokens'),
        claim: present(row, 'claim'),
        payloadHash: present(row, 'payloadHash'),
        expiresAt: present(row, 'expiresAt').getTime(),
        exceeds: exceededLimit(row),
      };
    case 'settle':
      return {
        kind,
        ...occurrence,
        step: 1,
        ...call(row),
        ...tokenCounts(row),
        tokens,
        costNanos,
        isEstimated,
        outcome: settleOutcome(row),
      };
    case 'release':
      return { kind, ...occurrence, step: 1, ...call(row), outcome: releaseOutcome(row) };
    case 'expire':
      return { kind, ...occurrence, step: 1, ...call(row), tokens, costNanos };
    case 'correct':
      return {
        kind,
        ...occurrence,
        ...call(row),
        ...tokenCounts(row),
        tokens,
        costNanos,
        isEstimated,
        outcome: isReleaseOutcome(row.outcome) ? row.outcome : settleOutcome(row),
      };
    case 'void':
      return { kind, ...occurrence };
    case 'adjust':
      return {
        kind,
        ...occurrence,
        tokens,
        costNanos,
        scope: adjustScope(row),
        reason: adjustReason(row),
        actor: present(row, 'actor'),
      };
  }
}

function call(row: LedgerRow) {
  return {
    operation: present(row, 'operation'),
    model: present(row, 'model'),
    priceVersion: present(row, 'priceVersion'),
    admittedDay: present(row, 'admittedDay').getTime(),
    admittedMonth: present(row, 'admittedMonth').getTime(),
  };
}

function tokenCounts(row: LedgerRow) {
  return {
    inputTokens: present(row, 'inputTokens'),
    cachedInputTokens: present(row, 'cachedInputTokens'),
    outputTokens: present(row, 'outputTokens'),
    reasoningTokens: present(row, 'reasoningTokens'),
  };
}

const SETTLE_OUTCOMES: readonly (string | null)[] = [
  'completed',
  'stopped',
  'lost',
  'unusable',
] satisfies SettleOutcome[];
const RELEASE_OUTCOMES: readonly (string | null)[] = ['failed', 'abandoned'] satisfies ReleaseOutcome[];

const ADJUST_REASONS: readonly (string | null)[] = ['refund', 'repair', 'goodwill'] satisfies AdjustReason[];

const isLimitName = (text: string): text is LimitName => Object.hasOwn(LIMIT_NAMES, text);
const isSettleOutcome = (text: string | null): text is SettleOutcome => SETTLE_OUTCOMES.includes(text);
const isAdjustReason = (text: string | null): text is AdjustReason => ADJUST_REASONS.includes(text);
const isReleaseOutcome = (text: string | null): text is ReleaseOutcome => RELEASE_OUTCOMES.includes(text);

/** A hold has come to nothing yet: its outcome is the limit that it went past, where limits are soft. */
function exceededLimit(row: LedgerRow): LimitName | null {
  if (row.outcome === null) return null;
  if (isLimitName(row.outcome)) return row.outcome;
  throw malformed(row, 'outcome');
}

function settleOutcome(row: LedgerRow): SettleOutcome {
  if (isSettleOutcome(row.outcome)) return row.outcome;
  throw malformed(row, 'outcome');
}

function releaseOutcome(row: LedgerRow): ReleaseOutcome {
  if (isReleaseOutcome(row.outcome)) return row.outcome;
  throw malformed(row, 'outcome');
}

function adjustReason(row: LedgerRow): AdjustReason {
  if (isAdjustReason(row.outcome)) return row.outcome;
  throw malformed(row, 'outcome');
}

/** The windows that are named are those that it acts in. */
function adjustScope(row: LedgerRow): AdjustScope {
  const { admittedDay, admittedMonth } = row;
  if (admittedMonth !== null) return admittedDay === null ? 'month' : 'day';
  if (admittedDay !== null) throw malformed(row, 'admittedMonth');
  return 'lifetime';
}

function present<Row extends Named, Column extends keyof Row & keyof LedgerRow>(
  row: Row,
  column: Column,
): NonNullable<Row[Column]> {
  const value = row[column];
  if (value === null || value === undefined) throw malformed(row, column);
  return value;
}

function malformed({ userId, seq, kind }: Named, column: keyof LedgerRow): Error {
  return new Error(`ledger entry ${userId}/${seq} (${kind}) has no usable ${column}`);
}
