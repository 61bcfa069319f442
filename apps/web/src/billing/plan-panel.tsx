import { SimpleGrid, Stack, Text } from '@mantine/core';
import { formatCount, formatMoney } from '@resumint/wording';
import { Panel } from '../ui/panel.tsx';
import type { Summary } from '../usage/answers.ts';

const PLAN_NAMES: Record<Summary['plan'], string> = {
  'free@1': 'Free',
  'basic@1': 'Basic',
  'premium@1': 'Premium',
};

export function PlanPanel({ summary }: { summary: Summary }) {
  const { plan, lifetime, inFlight, zone } = summary;
  return (
    <Panel title="Plan and totals">
      <SimpleGrid cols={{ base: 2, sm: 4 }} spacing="md">
        <Fact name="Plan" value={PLAN_NAMES[plan]} note={`version ${plan}`} />
        <Fact name="Calls at once" value={`${inFlight.running} of ${inFlight.allowed}`} note="running now" />
        <Fact
          name="In all"
          value={formatMoney(lifetime.costNanos, 'up')}
          note={`${formatCount(lifetime.tokens)} tokens in ${formatCount(lifetime.operations)} calls`}
        />
        <Fact name="Days run in" value={zone} note="change it in settings" />
      </SimpleGrid>
    </Panel>
  );
}

function Fact({ name, value, note }: { name: string; value: string; note: string }) {
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
