'use client';

import { useEffect } from 'react';
import { trpc } from '../trpc/react.ts';
import { useUsage } from '../usage/use-usage.ts';

/** What is expected of the rest of a day changes with the time. */
const EVERY_MS = 60_000;

/** The forecast, made again whenever the numbers beside it are others, so that the two agree. */
export function useForecast() {
  const summary = useUsage().data;
  const forecast = trpc.usage.forecast.useQuery(undefined, { refetchInterval: EVERY_MS });
  const { refetch } = forecast;
  const counted = summary && JSON.stringify([amountsOf(summary.day), amountsOf(summary.month)]);
  const forecasted =
    forecast.data?.kind === 'forecast'
      ? JSON.stringify([amountsOf(forecast.data.day), amountsOf(forecast.data.month)])
      : counted;
  const isBehind = counted !== forecasted;
  useEffect(() => {
    if (isBehind) void refetch();
  }, [counted, isBehind, refetch]);
  return forecast;
}

interface Amounts {
  used: bigint;
  held: bigint;
  limit: bigint | null;
}

function amountsOf({ tokens, cost }: { tokens: Amounts; cost: Amounts }): string[] {
  return [tokens, cost].flatMap(({ used, held, limit }) => [used, held, limit].map(String));
}
