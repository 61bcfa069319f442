'use client';

import { Button, Skeleton, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { trpc } from '../trpc/react.ts';
import { Failure } from '../ui/failure.tsx';
import { Panel } from '../ui/panel.tsx';
import { ReceiptRow } from './receipt-row.tsx';

const FIRST = 10;
const MOST = 100;

/** The newest calls with what each was charged. */
export function ReceiptsPanel({ zone }: { zone: string }) {
  const [limit, setLimit] = useState(FIRST);
  const { data, error, isError, isFetching, refetch } = trpc.usage.list.useQuery(
    { limit },
    { placeholderData: (shown) => shown },
  );
  return (
    <Panel
      title="Recent receipts"
      description="Every AI call, the newest first. Calls without AI cost nothing and leave none."
    >
      {data ? (
        <>
          {data.receipts.length === 0 ? (
            <Text c="dimmed">No AI call yet. Your first one shows up here with its price.</Text>
          ) : (
            <Table.ScrollContainer minWidth={620} aria-label="Receipts" tabIndex={0}>
              <Table verticalSpacing="sm">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>When</Table.Th>
                    <Table.Th>Call</Table.Th>
                    <Table.Th>Outcome</Table.Th>
                    <Table.Th ta="right">Tokens</Table.Th>
                    <Table.Th ta="right">Charged</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {data.receipts.map((receipt) => (
                    <ReceiptRow key={receipt.operationId} receipt={receipt} zone={zone} />
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
          {data.nextCursor !== null && limit < MOST && (
            <Button variant="default" size="xs" loading={isFetching} onClick={() => setLimit(limit + FIRST)}>
              Show more
            </Button>
          )}
        </>
      ) : isError ? (
        <Failure title="Receipts cannot be read right now" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={240} aria-busy aria-label="Receipts are being read" />
      )}
    </Panel>
  );
}
