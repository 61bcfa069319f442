import { formatMoney } from './format-money.ts';
import { formatPrice } from './format-price.ts';
import { LIMIT_TITLES } from './limit-titles.ts';

/** Why a person is asked before a call is made. */
export type ReasonToAsk =
  | {
      kind: 'warning';
      limit: 'tokensPerDay' | 'costPerDay' | 'tokensPerMonth' | 'costPerMonth';
      warnAtPercent: number;
    }
  | { kind: 'amount'; atMostNanos: bigint; askAboveNanos: bigint };

export function describeReason(reason: ReasonToAsk): string {
  switch (reason.kind) {
    case 'warning':
      return `It may take you past ${reason.warnAtPercent} % of your limit of ${LIMIT_TITLES[reason.limit]}.`;
    case 'amount':
      return `It may cost ${formatPrice(reason.atMostNanos)}, and you asked to be asked above ${formatMoney(reason.askAboveNanos)}.`;
  }
}
