import type { ReasonToAsk } from '@resumint/wording';
import type { Preferences } from '../preferences/preferences.ts';
import type { Quote } from '../usage/answers.ts';

/** Why a call is asked about before it is made; nothing where it is just made. */
export function reasonsToAsk(
  { crosses, atMost }: Pick<Quote, 'crosses' | 'atMost'>,
  { askAboveNanos }: Pick<Preferences, 'askAboveNanos'>,
): ReasonToAsk[] {
  const warnings = crosses.map(({ limit, warnAtPercent }) => ({
    kind: 'warning' as const,
    limit,
    warnAtPercent,
  }));
  if (askAboveNanos === null || atMost.costNanos <= askAboveNanos) return warnings;
  return [...warnings, { kind: 'amount', atMostNanos: atMost.costNanos, askAboveNanos }];
}
