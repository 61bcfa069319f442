'use client';

import { readAppError } from '@resumint/client';
import { Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';
import { ChargeLine } from './charge-line.tsx';

const BETWEEN_MS = 1_000;
/** The provider is listened to for 20 s after a stop. */
const MOST_ASKED = 30;

/** What a stopped call was charged: at once as an estimate, then as the provider reports. */
export function StoppedCharge({ idempotencyKey }: { idempotencyKey: string }) {
  const tellChange = useTellChange();
  const { data, error } = trpc.usage.receipt.useQuery(
    { idempotencyKey },
    {
      refetchInterval: ({ state }) => {
        const isFinal = state.data !== undefined && state.data.status !== 'held' && !state.data.isEstimated;
        const asked = state.dataUpdateCount + state.errorUpdateCount;
        return isFinal || asked > MOST_ASKED ? false : BETWEEN_MS;
      },
    },
  );
  const charge = data && `${data.status} ${data.charged.tokens}`;
  useEffect(() => {
    if (charge !== undefined) void tellChange('usage');
  }, [charge, tellChange]);
  if (data) return <ChargeLine {...data} />;
  if (readAppError(error)?.code === 'not_found') {
    return <Text size="sm">The call had not begun. Nothing was charged.</Text>;
  }
  return <Text size="sm">Its charge is being read …</Text>;
}
