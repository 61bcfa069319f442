'use client';

import { describeEarlier } from '@resumint/wording';
import { receiptHref } from '../activity/receipt-href.ts';
import { AppLink } from '../ui/app-link.tsx';
import { useNow } from '../usage/use-now.tsx';
import { useUsage } from '../usage/use-usage.ts';

interface EarlierCallProps {
  operationId: string;
  startedAt: Date;
}

/** The call that a kept answer is of, by its time, with a way to its receipt. */
export function EarlierCall({ operationId, startedAt }: EarlierCallProps) {
  const zone = useUsage().data?.zone ?? 'UTC';
  const now = new Date(useNow(startedAt));
  return (
    <AppLink size="sm" href={receiptHref(operationId)}>
      {describeEarlier(startedAt, { now, zone })}
    </AppLink>
  );
}
