import { Text } from '@mantine/core';
import { formatCount, formatMoney } from '@resumint/wording';
import type { CallReceipt, Receipt } from '../usage/answers.ts';
import { AppLink } from '../ui/app-link.tsx';
import { EarlierCall } from './earlier-call.tsx';

type ChargeLineProps = Pick<Receipt, 'charged' | 'isEstimated' | 'status'> &
  Partial<Pick<CallReceipt, 'answeredFrom'>>;

/** What a call was charged, in a line. */
export function ChargeLine({ charged, isEstimated, status, answeredFrom }: ChargeLineProps) {
  if (answeredFrom) {
    return (
      <Text size="sm">
        Answered from your call of <EarlierCall {...answeredFrom} />, no charge.
      </Text>
    );
  }
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
