'use client';

import { Text } from '@mantine/core';
import type { SimulatedPart } from '../environment.ts';
import { usePublicConfig } from '../public-config.ts';

const SAID: Record<SimulatedPart, string> = {
  model: 'The AI model is simulated: no real money is spent.',
  'sign-in': 'Sign-in is local to this installation.',
  mail: 'Mail goes into a folder there.',
};

/** Which parts stand in for a real service. */
export function SimulatedNote() {
  const { simulated } = usePublicConfig();
  if (simulated.length === 0) return null;
  return (
    <Text size="xs" c="dimmed" pt="sm" style={{ borderTop: '1px solid var(--mantine-color-default-border)' }}>
      {simulated.map((part) => SAID[part]).join(' ')}
    </Text>
  );
}
