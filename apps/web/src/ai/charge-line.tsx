import { Text } from '@mantine/core';
import { formatCount, formatMoney } from '@resumint/wording';
import type { Receipt } from '../usage/answers.ts';
import { AppLink } from '../ui/app-link.tsx';

type ChargeLineProps = Pick<Receipt, 'charged' | 'isEstimated' | 'status'>;

/** What a call was charged, in a line. */
export function ChargeLine({ charged, isEstimated, status }: ChargeLineProps) {
  if (status === 'held') return <Text size="sm">Its charge is being settled …</Text>;
  if (status === 'released') return <Text size="sm">Nothing was charged.</Text>;
  return (
    <Text size="sm" className="number">
      Charged <strong>{formatMoney(charged.costNanos)}</strong> for {formatCount(charged.tokens)} tokens
      {isEstimated && ', an estimate until the provider reports'}.{' '}
      <AppLink href="/billing">Show Billing</AppLink>
    </Text>
  );
}
