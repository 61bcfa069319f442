'use client';

import { Group, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { ChoiceButtons } from '../ui/choice-buttons.tsx';
import { Panel } from '../ui/panel.tsx';
import { useIsHeard } from '../ui/use-is-heard.ts';

const SCHEMES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the system' },
] as const satisfies { value: MantineColorScheme; label: string }[];

export function ColorsPanel() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The choice is the browser's, so the server cannot render it.
  const isHeard = useIsHeard();
  return (
    <Panel title="Colors" description="Kept in this browser.">
      <Group>
        <ChoiceButtons
          name="Colors"
          options={SCHEMES}
          value={isHeard ? colorScheme : 'auto'}
          onChange={setColorScheme}
        />
      </Group>
    </Panel>
  );
}
