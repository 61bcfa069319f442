import { Badge, Text } from '@mantine/core';
import { formatClock, formatCount, formatMoney } from '@resumint/wording';
import type { ListedReceipt } from '../usage/answers.ts';
import { receiptHref } from '../activity/receipt-href.ts';
import { AppLink } from '../ui/app-link.tsx';
import { OPERATION_NAMES } from '../usage/operation-names.ts';
import { CallSubject } from './call-subject.tsx';
import { describeOutcome } from './describe-outcome.ts';
import classes from './receipts.module.css';

export function ReceiptItem({ receipt, zone }: { receipt: ListedReceipt; zone: string }) {
  const { operationId, operation, model, startedAt, charged, held, status, subject } = receipt;
  const { text, color, note } = describeOutcome(receipt);
  const isRunning = status === 'held';
  return (
    <li className={classes['item']}>
      <div>
        <Text size="sm" fw={500}>
          {OPERATION_NAMES[operation] ?? operation}
          <CallSubject subject={subject} />
        </Text>
        <Text size="xs" c="dimmed" className="number">
          <AppLink
            href={receiptHref(operationId)}
            aria-label={`Receipt of ${formatClock(startedAt, zone)}`}
            inherit
          >
            {formatClock(startedAt, zone)}
          </AppLink>{' '}
          · {model}
        </Text>
      </div>
      <div className={classes['outcome']}>
        <Badge color={color} variant="light" tt="none">
          {text}
        </Badge>
        {note && (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        )}
      </div>
      <div className={`${classes['charge']} number`}>
        <Text size="sm" fw={500}>
          {isRunning ? `at most ${formatMoney(held.costNanos)}` : formatMoney(charged.costNanos)}
        </Text>
        <Text size="xs" c="dimmed">
          {formatCount(isRunning ? held.tokens : charged.tokens)} tokens{isRunning && ' held'}
        </Text>
      </div>
    </li>
  );
}
