import { describeOutlook, type DescribedOutlook, type OutlookOfLimit } from '@resumint/wording';
import { Text } from '@mantine/core';
import { Notice } from '../ui/notice.tsx';
import type { WindowLimit } from '../usage/answers.ts';
import type { MadeForecast } from './answers.ts';

const KINDS = {
  within: 'info',
  near: 'warning',
  over: 'warning',
} as const satisfies Record<DescribedOutlook['standing'], unknown>;

/** What it all comes to, in two sentences. */
export function Outlook({ forecast, isSoft }: { forecast: MadeForecast; isSoft: boolean }) {
  const { zone, binding } = forecast;
  const limit = binding && outlookOf(forecast, binding);
  const { standing, title, details } = describeOutlook(limit, { zone, isSoft });
  return (
    <Notice kind={KINDS[standing]} title={title}>
      <Text size="sm">{details}</Text>
    </Notice>
  );
}

const PLACES = {
  tokensPerDay: ['day', 'tokens'],
  costPerDay: ['day', 'cost'],
  tokensPerMonth: ['month', 'tokens'],
  costPerMonth: ['month', 'cost'],
} as const satisfies Record<WindowLimit, readonly ['day' | 'month', 'tokens' | 'cost']>;

function outlookOf(forecast: MadeForecast, name: WindowLimit): OutlookOfLimit | null {
  const [window, unit] = PLACES[name];
  const { endsAt } = forecast[window];
  const { limit, ...rest } = forecast[window][unit];
  return limit === null ? null : { name, endsAt, limit, ...rest };
}
