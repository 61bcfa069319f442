'use client';

import { Stack, Text } from '@mantine/core';
import { describeFits, formatAmount, LIMIT_TITLES } from '@resumint/wording';
import { trpc } from '../trpc/react.ts';
import { Panel } from '../ui/panel.tsx';
import type { Fit, Summary } from '../usage/answers.ts';
import { OPERATION_NAMES } from '../usage/operation-names.ts';

/** What still fits into what is left, in calls. */
export function FitsPanel({ enforcement, inFlight }: Pick<Summary, 'enforcement' | 'inFlight'>) {
  const { data } = trpc.usage.fits.useQuery();
  const isNothing = data?.every(({ calls }) => calls === 0n) ?? true;
  return (
    <Panel title="What still fits">
      <Stack gap={8}>
        <Text fw={600}>{data ? describeFits(data) : 'This cannot be told right now.'}</Text>
        {data?.map((fit) => (
          <Text key={fit.operation} size="sm" c="dimmed" className="number">
            {OPERATION_NAMES[fit.operation] ?? fit.operation}: holds at most{' '}
            {formatAmount(BigInt(fit.hold.tokens), 'tokens')} tokens and{' '}
            {formatAmount(fit.hold.costNanos, 'nanos')}, {BASES[fit.basis]}
            {fit.limit && `; ${LIMIT_TITLES[fit.limit]} gives out first`}.
          </Text>
        ))}
        {inFlight.running > 0 && (
          <Text size="sm">
            {inFlight.running >= inFlight.allowed
              ? 'As many calls as may run at once are running, so the next one waits until one of them ends.'
              : 'A part of it is held by what runs right now. What that does not use comes back.'}
          </Text>
        )}
        {(enforcement === 'soft' || !isNothing) && (
          <Text size="sm" c="dimmed">
            {enforcement === 'soft'
              ? 'Your limits only warn, so more calls than these are made too.'
              : 'Most calls use less than they hold, so more may fit than this.'}
          </Text>
        )}
      </Stack>
    </Panel>
  );
}

const BASES: Record<Fit['basis'], string> = {
  history: 'as your last ones did',
  typical: 'for a resume of one to two pages',
};
