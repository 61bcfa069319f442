import { formatCount } from './format-count.ts';
import { formatMoney } from './format-money.ts';

/** What a suggestion would change. */
export type SuggestedChange = { operation: string } & (
  | { kind: 'cheaperModel'; to: { model: string } }
  | { kind: 'shorterOutput'; maxOutputTokens: number }
  | { kind: 'repeatedInput' }
);

/** What would have saved something, with the calls that speak for it. */
export type DescribedSuggestion = SuggestedChange & { calls: number; callsOfOperation: number } & (
    | { kind: 'cheaperModel'; savedNanos: bigint }
    | { kind: 'shorterOutput'; callsCut: number; freedTokens: number }
    | { kind: 'repeatedInput'; savedNanos: bigint }
  );

/** What a suggestion is, and what it would have done in the last 30 days. */
export function describeSuggestion(suggestion: DescribedSuggestion): { title: string; details: string } {
  return { title: titleOfSuggestion(suggestion), details: detailsOf(suggestion) };
}

/** What a suggestion changes, as something to do. */
export function titleOfSuggestion(change: SuggestedChange): string {
  const { operation } = change;
  switch (change.kind) {
    case 'cheaperModel':
      return `Use ${change.to.model} for ${operation}`;
    case 'shorterOutput':
      return `Allow at most ${formatCount(change.maxOutputTokens)} tokens for an answer of ${operation}`;
    case 'repeatedInput':
      return `Answer repeated inputs of ${operation} from what is kept`;
  }
}

/** The share of an operation's calls that speak for a suggestion, rounded down. */
export function describeShare({
  calls,
  callsOfOperation,
}: Pick<DescribedSuggestion, 'calls' | 'callsOfOperation'>): string {
  return `${Math.floor((calls * 100) / Math.max(1, callsOfOperation))} %`;
}

function detailsOf(suggestion: DescribedSuggestion): string {
  const calls = formatCount(suggestion.calls);
  switch (suggestion.kind) {
    case 'cheaperModel':
      return `${calls} calls, ${describeShare(suggestion)} of them all, would have cost ${formatMoney(suggestion.savedNanos, 'down')} less, had they taken the same tokens`;
    case 'shorterOutput': {
      const { callsCut, freedTokens } = suggestion;
      return `${calls} calls would have held ${formatCount(freedTokens)} tokens less, so that fewer are refused; ${describeCut(callsCut)}, and nothing else would have cost less`;
    }
    case 'repeatedInput':
      return `${calls} calls asked what was asked within a day before, for ${formatMoney(suggestion.savedNanos, 'down')}`;
  }
}

function describeCut(calls: number): string {
  return calls === 0
    ? 'none of them would have been cut off'
    : `${formatCount(calls)} would have been cut off`;
}
