import { LIMIT_TITLES, formatAmount, formatMoney } from '@resumint/wording';
import type { Limits } from '../answers.ts';
import { formatTable } from './format-table.ts';
import { LIMIT_FLAGS, WINDOW_LIMITS } from './limit-names.ts';

const REASONS = {
  plan: 'the plan',
  admin: 'an admin',
  user: 'you',
} as const satisfies Record<Limits['limits']['tokensPerDay']['reason'], string>;

export function limitsLines(current: Limits): string[] {
  const { plan, price, limits, operationsPerDay, maxInFlight, maxInFlightReason, warnAtPercent } = current;
  const rows = WINDOW_LIMITS.map((name) => {
    const { value, reason, granted } = limits[name];
    const { unit } = LIMIT_FLAGS[name];
    return [LIMIT_TITLES[name], formatAmount(value, unit), REASONS[reason], formatAmount(granted, unit)];
  });
  const ofOperations = Object.entries(operationsPerDay).map(([operation, { value, reason, granted }]) => [
    `${operation} per day`,
    formatAmount(value, 'calls'),
    REASONS[reason],
    formatAmount(granted, 'calls'),
  ]);
  const atOnce = [
    LIMIT_TITLES.inFlight,
    String(maxInFlight),
    REASONS[maxInFlightReason],
    String(maxInFlight),
  ];
  return [
    `Limits on plan ${plan}, ${formatMoney(price.perMonthNanos)} a month`,
    '',
    ...formatTable(
      [
        { title: 'Limit' },
        { title: 'Value', align: 'right' },
        { title: 'Set by' },
        { title: 'Granted', align: 'right' },
      ],
      [...rows, ...ofOperations, atOnce],
    ),
    '',
    `Warned from ${warnAtPercent.tokens} % of tokens and ${warnAtPercent.cost} % of cost on.`,
    toldLine(current.alertAtPercent),
    ...(current.enforcement === 'soft' ? ['They only warn: calls that go past them are made.'] : []),
  ];
}

function toldLine(percents: number[]): string {
  if (percents.length === 0) return 'Told at no share of a limit.';
  return `Told at ${percents.join(', ')} % of each limit, once a window.`;
}
