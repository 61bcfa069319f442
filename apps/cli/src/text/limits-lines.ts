import { LIMIT_TITLES, formatAmount } from '@resumint/wording';
import type { Limits } from '../answers.ts';
import { formatTable } from './format-table.ts';
import { LIMIT_FLAGS, WINDOW_LIMITS } from './limit-names.ts';

const REASONS = {
  plan: 'the plan',
  admin: 'an admin',
  user: 'you',
} as const satisfies Record<Limits['limits']['tokensPerDay']['reason'], string>;

export function limitsLines({ plan, limits, maxInFlight }: Limits): string[] {
  const rows = WINDOW_LIMITS.map((name) => {
    const { value, reason, granted } = limits[name];
    const { unit } = LIMIT_FLAGS[name];
    return [LIMIT_TITLES[name], formatAmount(value, unit), REASONS[reason], formatAmount(granted, unit)];
  });
  return [
    `Limits on plan ${plan}`,
    '',
    ...formatTable(
      [
        { title: 'Limit' },
        { title: 'Value', align: 'right' },
        { title: 'Set by' },
        { title: 'Granted', align: 'right' },
      ],
      [...rows, [LIMIT_TITLES.inFlight, String(maxInFlight), '', '']],
    ),
  ];
}
