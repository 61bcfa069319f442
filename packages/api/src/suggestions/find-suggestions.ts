import {
  cheaperModel,
  LEAST_CALLS,
  readRecentCalls,
  readState,
  readUsageRows,
  repeatedInput,
  shorterOutput,
  type PriceList,
  type RecentCall,
  type UsageRow,
} from '@resumint/metering';
import {
  canReuse,
  DEFAULT_TIER,
  MODEL_OF_TIER,
  OPERATION_NAMES,
  OPERATIONS,
  TIERS,
  type OperationName,
} from '@resumint/operations';
import type { Context } from '../context.ts';
import { readChoices, type Choice } from '../store/choices.ts';
import { appliedSuggestions } from './applied-suggestions.ts';
import { suggestionId } from './suggestion-id.ts';

const DAY_MS = 86_400_000;
const LOOKED_AT_DAYS = 30;

/** What suggestions are made from, of the last 30 days. */
export interface Evidence {
  since: Date;
  rows: readonly UsageRow[];
  calls: readonly RecentCall[];
  /** Whether there were more calls than are looked at. */
  isCut: boolean;
  prices: PriceList;
  now: number;
}

/** What would save something, by the person's own last 30 days. */
export async function findSuggestions({
  db,
  ledger,
  prices: book,
  userId,
}: Pick<Context, 'db' | 'ledger' | 'prices'> & { userId: string }) {
  const { now } = await readState(ledger, userId);
  const since = suggestionsSince(now);
  const [choiceOf, rows, { calls, isCut }, prices] = await Promise.all([
    readChoices(db, userId),
    readUsageRows(ledger, userId, { since }),
    readRecentCalls(ledger, userId, { since }),
    book.load(),
  ]);
  return suggestionsOf({ since, rows, calls, isCut, prices, now }, choiceOf);
}

/**
 * What would have saved something, by a person's own calls made again on paper, the largest sum first; and what was
 * applied and can be undone.
 */
export function suggestionsOf(evidence: Evidence, choiceOf: (operation: OperationName) => Choice) {
  const { since, rows, calls, isCut, now } = evidence;
  return {
    since,
    until: new Date(now),
    /** What caps and repeated inputs go by: completed calls, and whether there were more than are looked at. */
    callsLookedAt: calls.length,
    isCut,
    /** Of each operation, and how many have to speak for a suggestion: where none is made, they say why. */
    callsOf: OPERATION_NAMES.map((operation) => ({
      operation,
      calls: rows
        .filter((row) => row.operation === operation && row.outcome === 'completed')
        .reduce((sum, row) => sum + row.calls, 0),
    })),
    leastCalls: LEAST_CALLS,
    suggestions: OPERATION_NAMES.flatMap((operation) =>
      suggestionsFor(operation, choiceOf(operation), evidence),
    ).toSorted((left, right) => (left.savedNanos < right.savedNanos ? 1 : -1)),
    applied: OPERATION_NAMES.flatMap((operation) => appliedSuggestions(operation, choiceOf(operation))),
  };
}

/** From when on calls are looked at. */
export function suggestionsSince(now: number): Date {
  return new Date(now - LOOKED_AT_DAYS * DAY_MS);
}

function suggestionsFor(operation: OperationName, choice: Choice, evidence: Evidence) {
  return [
    ...cheaperTier(operation, choice, evidence),
    ...shorterAnswers(operation, choice, evidence),
    ...keptAnswers(operation, choice, evidence),
  ];
}

/** One tier below the one that is chosen, for the calls that were made with its model. */
function cheaperTier(operation: OperationName, choice: Choice, { rows, prices, now }: Evidence) {
  const from = choice.tier ?? DEFAULT_TIER;
  const tier = TIERS[TIERS.indexOf(from) - 1];
  if (tier === undefined) return [];
  const model = MODEL_OF_TIER[from];
  const other = prices.priceOf(MODEL_OF_TIER[tier], now);
  const found = cheaperModel(rows, { operation, model, other });
  if (!found) return [];
  const kind = 'cheaperModel' as const;
  const change = { from: { tier: from, model }, to: { tier, model: other.model } };
  return [{ id: suggestionId({ kind, operation, tier }), kind, operation, ...change, ...found }];
}

/** It holds less, so that fewer calls are refused. What is spent stays as it is. */
function shorterAnswers(operation: OperationName, choice: Choice, { calls, prices }: Evidence) {
  const { smallestCap } = OPERATIONS[operation];
  if (smallestCap === null) return [];
  const own = calls.filter((call) => call.operation === operation);
  const found = shorterOutput(own, { smallestCap, prices });
  if (!found || found.maxOutputTokens >= (choice.maxOutputTokens ?? Infinity)) return [];
  const kind = 'shorterOutput' as const;
  const id = suggestionId({ kind, operation, maxOutputTokens: found.maxOutputTokens });
  return [{ id, kind, operation, savedNanos: 0n, ...found }];
}

/** A repeated input answered from what is kept, where its answer is meant to be the same. */
function keptAnswers(operation: OperationName, { reusesAnswers }: Choice, { calls }: Evidence) {
  if (reusesAnswers || !canReuse(operation)) return [];
  const found = repeatedInput(calls.filter((call) => call.operation === operation));
  const kind = 'repeatedInput' as const;
  return found ? [{ id: suggestionId({ kind, operation }), kind, operation, ...found }] : [];
}
