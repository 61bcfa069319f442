import type { Outputs } from '@resumint/client';
import { formatCount, formatMoney } from '@resumint/wording';

export type Adjustment = Outputs['usage']['adjustments']['adjustments'][number];

const REASONS: Record<Adjustment['reason'], string> = {
  refund: 'Refund',
  repair: 'Repair',
  goodwill: 'Goodwill',
};

const SCOPES: Record<Adjustment['scope'], string> = {
  day: 'counts in its day and month',
  month: 'counts in its month',
  lifetime: 'counts in the total alone',
};

type Described = Pick<Adjustment, 'reason' | 'scope' | 'tokens' | 'costNanos'>;

/** What an admin did to what counts as used, in words: given back where it is below zero. */
export function describeAdjustment({ reason, scope, tokens, costNanos }: Described) {
  const parts = [
    ...(costNanos === 0n ? [] : [said(costNanos < 0n, formatMoney(costNanos < 0n ? -costNanos : costNanos))]),
    ...(tokens === 0 ? [] : [said(tokens < 0, `${formatCount(Math.abs(tokens))} tokens`)]),
  ];
  return { title: `${REASONS[reason]}: ${parts.join(', ')}`, scope: SCOPES[scope] };
}

function said(isGivenBack: boolean, amount: string): string {
  return `${amount} ${isGivenBack ? 'given back' : 'added'}`;
}
