'use client';

import { Button, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import { trpc } from '../trpc/react.ts';
import { ACTIVITY_PATH } from '../activity/activity-address.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Failure } from '../ui/failure.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { Panel } from '../ui/panel.tsx';
import { ReceiptItem } from './receipt-item.tsx';
import classes from './receipts.module.css';

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
      description="Every AI call, the newest first. Work without AI costs nothing and leaves none."
      aside={
        <LinkButton href={ACTIVITY_PATH} variant="default" size="xs">
          All activity
        </LinkButton>
      }
    >
      {data ? (
        <>
          {data.receipts.length === 0 ? (
            <Text c="dimmed" size="sm">
              No AI call yet. Your first one shows up here with what it was charged. Begin with{' '}
              <AppLink href="/resumes" inherit>
                a resume
              </AppLink>
              .
            </Text>
          ) : (
            <ul className={classes['list']}>
              {data.receipts.map((receipt) => (
                <ReceiptItem key={receipt.operationId} receipt={receipt} zone={zone} />
              ))}
            </ul>
          )}
          {data.nextCursor !== null && limit < MOST && (
            <div>
              <Button
                variant="default"
                size="xs"
                loading={isFetching}
                onClick={() => setLimit(limit + FIRST)}
              >
                Show more
              </Button>
            </div>
          )}
        </>
      ) : isError ? (
        <Failure title="Receipts cannot be read right now" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={240} role="status" aria-busy aria-label="Receipts are being read" />
      )}
    </Panel>
  );
}
