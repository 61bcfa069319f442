'use client';

import { Group, Text } from '@mantine/core';
import { TIER_TITLES } from '@resumint/wording';
import { AppLink } from '../ui/app-link.tsx';
import { explain } from '../ui/explain.ts';
import { HeardSelect } from '../ui/heard-select.tsx';
import { OPERATION_NAMES } from '../usage/operation-names.ts';
import type { Choice } from './answers.ts';
import type { useChoice } from './use-choice.ts';

interface ModelSelectProps {
  operation: Choice['operation'];
  used: ReturnType<typeof useChoice>;
}

/** Beside an AI button: with which model it calls, and to choose another for this and all calls like it. */
export function ModelSelect({ operation, used: { choice, tier, choose, error } }: ModelSelectProps) {
  if (!choice || tier === undefined) return null;
  const named = choice.tiers.map((priced) => ({
    value: priced.tier,
    label: `${TIER_TITLES[priced.tier]}, ${priced.model}`,
  }));
  return (
    <div>
      <Group gap="xs">
        <HeardSelect
          size="xs"
          aria-label={`Model for “${OPERATION_NAMES[operation] ?? operation}”`}
          leftSection={<Text size="xs">Model</Text>}
          leftSectionWidth={52}
          data={named}
          value={tier}
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
