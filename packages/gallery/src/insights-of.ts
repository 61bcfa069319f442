import { describeChoice, NOTHING_CHOSEN, suggestionsOf, suggestionsSince } from '@resumint/api';
import type { Outputs } from '@resumint/client';
import type { ReadReplay } from '@resumint/metering/replay';
import { OPERATION_NAMES } from '@resumint/operations';
import { NOW } from './clock.ts';
import { PRICES } from './decisions-for.ts';

/** Nothing was chosen or applied. */
export function suggestionsIn({ usageRows, recentCalls }: ReadReplay): Outputs['suggestions']['list'] {
  const since = suggestionsSince(NOW);
  const rows = usageRows.filter(({ dayStart }) => dayStart >= since);
  const evidence = { since, rows, calls: recentCalls(since), isCut: false, prices: PRICES, now: NOW };
  return suggestionsOf(evidence, () => NOTHING_CHOSEN);
}

export function choicesIn({ historyOf }: ReadReplay): Outputs['choices']['list'] {
  return OPERATION_NAMES.map((operation) =>
    describeChoice(operation, NOTHING_CHOSEN, {
      history: historyOf({ operation }),
      prices: PRICES,
      now: NOW,
    }),
  );
}
