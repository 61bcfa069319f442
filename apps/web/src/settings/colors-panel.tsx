'use client';

import { SegmentedControl, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { useMounted } from '@mantine/hooks';
import { Panel } from '../ui/panel.tsx';

const SCHEMES = [
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
  { value: 'auto', label: 'As the system' },
] as const satisfies { value: MantineColorScheme; label: string }[];

export function ColorsPanel() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  // The choice is the browser's, so the server cannot render it.
  const isMounted = useMounted();
  return (
    <Panel title="Colors" description="Kept in this browser.">
      <div>
        <SegmentedControl
          aria-label="Colors"
          data={[...SCHEMES]}
          value={isMounted ? colorScheme : 'auto'}
          onChange={setColorScheme}
        />
      </div>
    </Panel>
  );
}
