import { Badge, Table, Text } from '@mantine/core';
import { formatClock, formatCount, formatMoney } from '@resumint/wording';
import type { Receipt } from '../usage/answers.ts';
import { OPERATION_NAMES } from '../usage/operation-names.ts';
import { describeOutcome } from './describe-outcome.ts';

export function ReceiptRow({ receipt, zone }: { receipt: Receipt; zone: string }) {
  const { operation, model, startedAt, charged, held, status } = receipt;
  const { text, color, note } = describeOutcome(receipt);
  const isRunning = status === 'held';
  return (
    <Table.Tr>
      <Table.Td>{formatClock(startedAt, zone)}</Table.Td>
      <Table.Td>
        <Text size="sm">{OPERATION_NAMES[operation] ?? operation}</Text>
        <Text size="xs" c="dimmed">
          {model}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge color={color} variant="light" tt="none">
          {text}
        </Badge>
        {note && (
          <Text size="xs" c="dimmed">
            {note}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{formatCount(isRunning ? held.tokens : charged.tokens)}</Table.Td>
      <Table.Td ta="right">
        {isRunning ? `at most ${formatMoney(held.costNanos)}` : formatMoney(charged.costNanos)}
      </Table.Td>
    </Table.Tr>
  );
}
