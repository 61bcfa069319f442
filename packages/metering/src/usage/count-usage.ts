import type { usageDaily } from '@resumint/drizzle';
import type { AdjustFact, Fact, TokenCounts } from '../stream/fact.ts';
import { NOTHING } from '../stream/state.ts';

/** What the calls of a bucket came to: those of one day, month, operation and model that ended in one way. */
export type UsageRow = Omit<typeof usageDaily.$inferSelect, 'userId'>;

const NO_TOKENS: TokenCounts = { inputTokens: 0, cachedInputTokens: 0, outputTokens: 0, reasoningTokens: 0 };

const IS_COUNTED = {
  open: false,
  hold: false,
  settle: true,
  release: true,
  expire: true,
  correct: true,
  adjust: true,
  terms: false,
  void: false,
} as const satisfies Record<Fact['kind'], boolean>;

/** The kinds of entries that add anything. */
export const COUNTED_KINDS = Object.keys(IS_COUNTED).filter(isCounted);

/**
 * What entries add to the buckets of usage. A call counts by the entry that ended it; a correction adds its difference to
 * that bucket. `earlier` has the entries before them of the operations that they correct.
 */
export function countUsage(facts: readonly Fact[], earlier: readonly Fact[]): UsageRow[] {
  const ends = new Map<string, KnownEnd>();
  for (const fact of earlier) learn(ends, fact);
  const rows = facts.flatMap((fact) => {
    const row = rowOf(fact, ends.get(fact.operationId));
    learn(ends, fact);
    return row ?? [];
  });
  return sumUsage(rows);
}

/** The operations of which `countUsage` has to be told what was before. */
export function correctedBefore(facts: readonly Fact[]): string[] {
  const ended = new Set<string>();
  const wanted = new Set<string>();
  for (const { kind, step, operationId } of facts) {
    if (step === 1) ended.add(operationId);
    if (kind === 'correct' && !ended.has(operationId)) wanted.add(operationId);
  }
  return [...wanted];
}

/** One row for each bucket. */
export function sumUsage(rows: readonly UsageRow[]): UsageRow[] {
  const sums = new Map<string, UsageRow>();
  for (const row of rows) {
    const { dayStart, monthStart, operation, model, outcome } = row;
    const bucket = [dayStart.getTime(), monthStart.getTime(), operation, model, outcome].join(' ');
    const sum = sums.get(bucket);
    sums.set(bucket, sum ? plus(sum, row) : row);
  }
  return [...sums.values()];
}

function isCounted(kind: string): kind is Fact['kind'] {
  return Object.entries(IS_COUNTED).some(([name, counts]) => name === kind && counts);
}

/** How an operation ended, and what is known by now of its tokens. */
interface KnownEnd {
  outcome: string;
  tokens: TokenCounts;
}

function learn(ends: Map<string, KnownEnd>, fact: Fact): void {
  switch (fact.kind) {
    case 'settle':
      ends.set(fact.operationId, { outcome: fact.outcome, tokens: fact });
      break;
    case 'release':
      ends.set(fact.operationId, { outcome: fact.outcome, tokens: NO_TOKENS });
      break;
    case 'expire':
      ends.set(fact.operationId, { outcome: 'expired', tokens: NO_TOKENS });
      break;
    case 'correct':
      ends.set(fact.operationId, { ...endOf(fact, ends.get(fact.operationId)), tokens: fact });
      break;
    case 'open':
    case 'hold':
    case 'adjust':
    case 'terms':
    case 'void':
      break;
  }
}

function rowOf(fact: Fact, before: KnownEnd | undefined): UsageRow | null {
  switch (fact.kind) {
    case 'settle':
      return { ...bucketOf(fact, fact.outcome), calls: 1, ...countsOf(fact), ...amountOf(fact) };
    case 'release':
      return { ...bucketOf(fact, fact.outcome), calls: 1, ...NO_TOKENS, ...NOTHING };
    case 'expire':
      return { ...bucketOf(fact, 'expired'), calls: 1, ...NO_TOKENS, ...amountOf(fact) };
    case 'correct': {
      const { outcome, tokens } = endOf(fact, before);
      return { ...bucketOf(fact, outcome), calls: 0, ...difference(fact, tokens), ...amountOf(fact) };
    }
    case 'adjust':
      return { ...adjustmentBucketOf(fact), calls: 0, ...NO_TOKENS, ...amountOf(fact) };
    case 'open':
    case 'hold':
    case 'terms':
    case 'void':
      return null;
  }
}

/** How a call ends that was not made: it is no operation, and cost nothing. */
export const NOT_MADE: readonly string[] = ['failed', 'abandoned'];

/** What adjustments are counted as, beside the operations. */
export const ADJUSTMENT = 'adjustment';

/** The start of the day and of the month of an adjustment that counts in none. */
export const NO_WINDOW = new Date(0);

function adjustmentBucketOf({ scope, day, month }: AdjustFact) {
  return {
    dayStart: scope === 'day' ? new Date(day.startsAt) : NO_WINDOW,
    monthStart: scope === 'lifetime' ? NO_WINDOW : new Date(month.startsAt),
    operation: ADJUSTMENT,
    model: '',
    outcome: 'adjusted',
  };
}

function endOf({ operationId }: Fact, before: KnownEnd | undefined): KnownEnd {
  if (before) return before;
  throw new Error(`${operationId} is corrected, but how it ended was not given`);
}

type CallFact = Extract<Fact, { admittedDay: number; operation: string }>;

function bucketOf({ admittedDay, admittedMonth, operation, model }: CallFact, outcome: string) {
  const windows = { dayStart: new Date(admittedDay), monthStart: new Date(admittedMonth) };
  return { ...windows, operation, model, outcome };
}

function countsOf(tokens: TokenCounts): TokenCounts {
  return difference(tokens, NO_TOKENS);
}

function difference(now: TokenCounts, before: TokenCounts): TokenCounts {
  return {
    inputTokens: now.inputTokens - before.inputTokens,
    cachedInputTokens: now.cachedInputTokens - before.cachedInputTokens,
    outputTokens: now.outputTokens - before.outputTokens,
    reasoningTokens: now.reasoningTokens - before.reasoningTokens,
  };
}

function amountOf({ tokens, costNanos }: { tokens: number; costNanos: bigint }) {
  return { tokens, costNanos };
}

function plus(left: UsageRow, right: UsageRow): UsageRow {
  return {
    ...left,
    calls: left.calls + right.calls,
    inputTokens: left.inputTokens + right.inputTokens,
    cachedInputTokens: left.cachedInputTokens + right.cachedInputTokens,
    outputTokens: left.outputTokens + right.outputTokens,
    reasoningTokens: left.reasoningTokens + right.reasoningTokens,
    tokens: left.tokens + right.tokens,
    costNanos: left.costNanos + right.costNanos,
  };
}
