'use client';

import { Button, Skeleton, Text } from '@mantine/core';
import { useState } from 'react';
import { trpc } from '../trpc/react.ts';
import { Failure } from '../ui/failure.tsx';
import { Panel } from '../ui/panel.tsx';
import { DENIALS_INPUT } from './activity-input.ts';
import { DenialItem } from './denial-item.tsx';
import classes from './denials-panel.module.css';

const MOST = 100;

/** Calls that were refused. They were not made and cost nothing, so they are counted and have no receipt. */
export function DenialsPanel() {
  const [limit, setLimit] = useState(DENIALS_INPUT.limit);
  const { data, error, isError, isFetching, refetch } = trpc.usage.denials.useQuery(
    { limit },
    { placeholderData: (shown) => shown },
  );
  const summary = trpc.usage.summary.useQuery();
  const zone = summary.data?.zone;
  return (
    <Panel
      title="Refused calls"
      description="Calls that a limit refused, counted by day. They were not made and cost nothing. Counts are a few seconds late."
    >
      {data && zone !== undefined ? (
        <>
          {data.denials.length === 0 ? (
            <Text c="dimmed">No call was refused.</Text>
          ) : (
            <ul className={classes['list']}>
              {data.denials.map((denial) => (
                <DenialItem
                  key={`${denial.dayStart.getTime()} ${denial.limit} ${denial.operation}`}
                  denial={denial}
                  zone={zone}
                />
              ))}
            </ul>
          )}
          {data.nextCursor !== null && limit < MOST && (
            <div>
              <Button
                variant="default"
                size="xs"
                loading={isFetching}
                onClick={() => setLimit(Math.min(MOST, limit + DENIALS_INPUT.limit))}
              >
                Show more refusals
              </Button>
            </div>
          )}
        </>
      ) : isError ? (
        <Failure
          title="Refused calls cannot be read right now"
          error={error}
          onRetry={() => void refetch()}
        />
      ) : (
        <Skeleton height={120} role="status" aria-busy aria-label="Refused calls are being read" />
      )}
    </Panel>
  );
}
