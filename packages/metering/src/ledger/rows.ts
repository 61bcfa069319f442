import type { ledger } from '@resumint/drizzle';
import type { Entry } from '../stream/entry.ts';
import { adjustedWindows } from '../stream/evolve.ts';
import type { Fact } from '../stream/fact.ts';
import type { Meter, State } from '../stream/state.ts';
import { encodeCarried } from './carried.ts';
import { encodeCrossed } from './crossed.ts';
import { encodeTerms, versionOfTerms } from '../terms/terms-text.ts';

export type LedgerRow = typeof ledger.$inferSelect;
export type UnsealedRow = Omit<LedgerRow, 'mac'>;

/** The rows of one append. Only the last carries the open holds: it becomes the head, the others are history. */
export function toRows(userId: string, entries: Entry[]): UnsealedRow[] {
  return entries.map(({ fact, state }, index) => ({
    userId,
    seq: state.seq,
    ...factColumns(fact),
    ...stateColumns(state),
    carried: index === entries.length - 1 ? encodeCarried(state) : null,
    crossed: encodeCrossed(state.crossed),
  }));
}

function factColumns(fact: Fact) {
  const { kind, operationId, step } = fact;
  const about = { ...NOTHING_TOLD, kind, operationId, step, at: new Date(fact.at) };
  switch (fact.kind) {
    case 'open':
      return { ...about, terms: encodeTerms(fact.terms) };
    case 'terms':
      return { ...about, terms: encodeTerms(fact.terms), actor: fact.actor };
    case 'hold': {
      const { inputTokens, outputTokens, claim, payloadHash, exceeds } = fact;
      const expiresAt = new Date(fact.expiresAt);
      return {
        ...about,
        ...call(fact),
        ...amount(fact),
        inputTokens,
        outputTokens,
        claim,
        payloadHash,
        expiresAt,
        outcome: exceeds,
      };
    }
    case 'settle':
    case 'correct': {
      const { inputTokens, cachedInputTokens, outputTokens, reasoningTokens, isEstimated, outcome } = fact;
      const tokens = { inputTokens, cachedInputTokens, outputTokens, reasoningTokens };
      return { ...about, ...call(fact), ...amount(fact), ...tokens, isEstimated, outcome };
    }
    case 'release':
      return { ...about, ...call(fact), outcome: fact.outcome };
    case 'expire':
      return { ...about, ...call(fact), ...amount(fact), isEstimated: true };
    case 'adjust': {
      const { admittedDay, admittedMonth } = adjustedWindows(fact);
      return {
        ...about,
        ...amount(fact),
        outcome: fact.reason,
        actor: fact.actor,
        admittedDay: admittedDay === null ? null : new Date(admittedDay),
        admittedMonth: admittedMonth === null ? null : new Date(admittedMonth),
      };
    }
    case 'void':
      return about;
  }
}

const NOTHING_TOLD = {
  operation: null,
  model: null,
  priceVersion: null,
  inputTokens: null,
  cachedInputTokens: null,
  outputTokens: null,
  reasoningTokens: null,
  tokens: 0,
  costNanos: 0n,
  isEstimated: false,
  outcome: null,
  claim: null,
  payloadHash: null,
  expiresAt: null,
  admittedDay: null,
  admittedMonth: null,
  actor: null,
  terms: null,
};

type CallFact = Extract<Fact, { operation: string }>;

function call({ operation, model, priceVersion, admittedDay, admittedMonth }: CallFact) {
  const windows = { admittedDay: new Date(admittedDay), admittedMonth: new Date(admittedMonth) };
  return { operation, model, priceVersion, ...windows };
}

function amount({ tokens, costNanos }: { tokens: number; costNanos: bigint }) {
  return { tokens, costNanos };
}

function stateColumns({ day, month, lifetime, terms, termsSeq }: State) {
  return {
    stateVersion: versionOfTerms(terms),
    ...dayColumns(day),
    ...monthColumns(month),
    lifetimeTokens: lifetime.tokens,
    lifetimeCostNanos: lifetime.costNanos,
    lifetimeOperations: lifetime.operations,
    termsSeq,
  };
}

function dayColumns({ startsAt, endsAt, spent, held }: Meter) {
  return {
    dayStart: new Date(startsAt),
    dayEnd: new Date(endsAt),
    dayTokens: spent.tokens,
    dayCostNanos: spent.costNanos,
    dayHeldTokens: held.tokens,
    dayHeldCostNanos: held.costNanos,
  };
}

function monthColumns({ startsAt, endsAt, spent, held }: Meter) {
  return {
    monthStart: new Date(startsAt),
    monthEnd: new Date(endsAt),
    monthTokens: spent.tokens,
    monthCostNanos: spent.costNanos,
    monthHeldTokens: held.tokens,
    monthHeldCostNanos: held.costNanos,
  };
}
