import type { DescribedSuggestion } from './describe-suggestion.ts';
import { formatCount } from './format-count.ts';
import { formatMoney } from './format-money.ts';

/** What a suggestion would have saved in the last 30 days, and what that takes for granted. */
export function describeSaving(suggestion: DescribedSuggestion): {
  name: string;
  value: string;
  note: string;
} {
  switch (suggestion.kind) {
    case 'cheaperModel':
      return {
        name: 'Would have saved',
        value: formatMoney(suggestion.savedNanos, 'down'),
        note: 'Had these calls taken the same tokens. Another model may answer at another length, and otherwise.',
      };
    case 'shorterOutput': {
      const { callsCut, freedTokens } = suggestion;
      const cut = callsCut === 0 ? 'None' : formatCount(callsCut);
      return {
        name: 'Would have held less',
        value: `${formatCount(freedTokens)} tokens`,
        note: `What is spent stays the same: less is held while a call runs, so fewer are refused. ${cut} of these answers would have been cut off.`,
      };
    }
    case 'repeatedInput':
      return {
        name: 'Would have saved',
        value: formatMoney(suggestion.savedNanos, 'down'),
        note: 'These calls asked what was asked of the same model within a day before. The kept answer would have been given, at no charge.',
      };
  }
}

/** Why there is no suggestion: too few calls, or none that speaks for one. */
export function describeNoSuggestions({
  callsOf,
  leastCalls,
}: {
  callsOf: readonly { operation: string; calls: number }[];
  leastCalls: number;
}): string {
  const hasEnough = callsOf.some(({ calls }) => calls >= leastCalls);
  return hasEnough
    ? `Your calls of the last 30 days speak for no change: nothing would have saved anything on at least ${leastCalls} of them.`
    : `Nothing is suggested without at least ${leastCalls} completed calls of a kind in the last 30 days behind it. You have not made as many yet.`;
}
