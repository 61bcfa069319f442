'use client';

import { SimpleGrid, Stack, Text } from '@mantine/core';
import { formatAmount, formatCount, formatMoney, planTitle } from '@resumint/wording';
import type { ReactNode } from 'react';
import { trpc } from '../trpc/react.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Panel } from '../ui/panel.tsx';
import type { Limits, Summary } from '../usage/answers.ts';

/** The plan with what it grants, and what there has been in all. */
export function PlanPanel({ summary }: { summary: Summary }) {
  const { plan, lifetime, inFlight, zone } = summary;
  const limits = trpc.limits.get.useQuery().data;
  return (
    <Panel title="Plan and totals">
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="md">
        <Fact name="Plan" value={planTitle(plan)} note={limits ? priceOf(limits) : `version ${plan}`} />
        {limits && (
          <>
            <Fact
              name="Grants a day"
              value={grantOf(limits, 'tokensPerDay')}
              note={`and ${grantOf(limits, 'costPerDay')}`}
            />
            <Fact
              name="Grants a month"
              value={grantOf(limits, 'tokensPerMonth')}
              note={`and ${grantOf(limits, 'costPerMonth')}`}
            />
          </>
        )}
        <Fact name="Calls at once" value={`${inFlight.running} of ${inFlight.allowed}`} note="running now" />
        <Fact
          name="In all"
          value={formatMoney(lifetime.costNanos, 'up')}
          note={`${formatCount(lifetime.tokens)} tokens in ${formatCount(lifetime.operations)} ${lifetime.operations === 1 ? 'call' : 'calls'}`}
        />
        <Fact
          name="Days run in"
          value={zone}
          note={
            <AppLink href="/settings" inherit>
              change it in settings
            </AppLink>
          }
        />
      </SimpleGrid>
    </Panel>
  );
}

/** What plan and admin grant, whatever the person lowered it to. */
function grantOf({ limits }: Limits, name: keyof Limits['limits']): string {
  const { granted } = limits[name];
  if (name.startsWith('tokens')) return `${formatAmount(granted, 'tokens')} tokens`;
  return granted === null ? 'unlimited cost' : formatAmount(granted, 'nanos');
}

function priceOf({ plan, price }: Limits): string {
  return price.perMonthNanos === 0n
    ? `version ${plan}`
    : `version ${plan}, ${formatMoney(price.perMonthNanos)} a month`;
}

interface FactProps {
  name: string;
  value: string;
  note: ReactNode;
}

function Fact({ name, value, note }: FactProps) {
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text fw={500} className="number">
        {value}
      </Text>
      <Text size="xs" c="dimmed" className="number">
        {note}
      </Text>
    </Stack>
  );
}
