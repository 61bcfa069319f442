'use client';

import { Button, Skeleton, Text } from '@mantine/core';
import { formatClock } from '@resumint/wording';
import { trpc } from '../trpc/react.ts';
import { Failure } from '../ui/failure.tsx';
import { Panel } from '../ui/panel.tsx';
import { ADJUSTMENTS_SHOWN } from './adjustments-shown.ts';
import { describeAdjustment, type Adjustment } from './describe-adjustment.ts';
import classes from './receipts.module.css';

/** What an admin has added to the person's use or given back, with why. */
export function AdjustmentsPanel({ zone }: { zone: string }) {
  const { data, error, isError, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    trpc.usage.adjustments.useInfiniteQuery(
      { limit: ADJUSTMENTS_SHOWN },
      { getNextPageParam: ({ nextCursor }) => nextCursor },
    );
  const adjustments = data?.pages.flatMap((page) => page.adjustments) ?? [];
  return (
    <Panel title="Adjustments" description="What an admin gave back or added to your use, and why.">
      {data ? (
        <>
          {adjustments.length === 0 ? (
            <Text c="dimmed" size="sm">
              None: what you have used is what your receipts add up to.
            </Text>
          ) : (
            <ul className={classes['list']}>
              {adjustments.map((adjustment) => (
                <AdjustmentItem key={adjustment.operationId} adjustment={adjustment} zone={zone} />
              ))}
            </ul>
          )}
          {hasNextPage && (
            <div>
              <Button
                variant="default"
                size="xs"
                loading={isFetchingNextPage}
                onClick={() => void fetchNextPage()}
              >
                Show more
              </Button>
            </div>
          )}
        </>
      ) : isError ? (
        <Failure title="Adjustments cannot be read right now" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={60} role="status" aria-busy aria-label="Adjustments are being read" />
      )}
    </Panel>
  );
}

function AdjustmentItem({ adjustment, zone }: { adjustment: Adjustment; zone: string }) {
  const { title, scope } = describeAdjustment(adjustment);
  return (
    <li className={classes['item']}>
      <div style={{ gridColumn: '1 / -1' }}>
        <Text size="sm" fw={500} className="number">
          {title}
        </Text>
        <Text size="sm">{adjustment.note}</Text>
        <Text size="xs" c="dimmed" className="number">
          {formatClock(adjustment.at, zone)} · by an admin · {scope}
        </Text>
      </div>
    </li>
  );
}
