'use client';

import { Group, NativeSelect, Text } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { TIER_TITLES } from '@resumint/wording';
import { AppLink } from '../ui/app-link.tsx';
import { explain } from '../ui/explain.ts';
import { OPERATION_NAMES } from '../usage/operation-names.ts';
import type { Choice } from './answers.ts';
import type { useChoice } from './use-choice.ts';

interface ModelSelectProps {
  operation: Choice['operation'];
  used: ReturnType<typeof useChoice>;
}

/** Beside an AI button: with which model it calls, and to choose another for this and all calls like it. */
export function ModelSelect({ operation, used: { choice, tier, choose, error } }: ModelSelectProps) {
  const isMounted = useMounted();
  if (!choice || tier === undefined) return null;
  const named = choice.tiers.map((priced) => ({
    value: priced.tier,
    label: `${TIER_TITLES[priced.tier]}, ${priced.model}`,
  }));
  return (
    <div>
      <Group gap="xs">
        <NativeSelect
          size="xs"
          aria-label={`Model for “${OPERATION_NAMES[operation] ?? operation}”`}
          leftSection={<Text size="xs">Model</Text>}
          leftSectionWidth={52}
          data={named}
          value={tier}
          // What is chosen before the page can hear of it would be lost.
          disabled={!isMounted}
          onChange={({ currentTarget }) => {
            const picked = choice.tiers.find((priced) => priced.tier === currentTarget.value);
            if (picked) choose({ tier: picked.tier });
          }}
        />
        <AppLink size="xs" href="/billing/insights#models">
          Compare prices
        </AppLink>
      </Group>
      {error !== null && (
        <Text size="sm" role="alert" c="var(--mantine-color-error)">
          {explain(error)}
        </Text>
      )}
    </div>
  );
}
