'use client';

import { Button } from '@mantine/core';
import { useSignOut } from '../account/use-sign-out.ts';
import { Panel } from '../ui/panel.tsx';

export function SessionsPanel() {
  const { leave, isLeaving } = useSignOut();
  return (
    <Panel title="Sessions" description="Ends your sessions in every browser and program, this one included.">
      <div>
        <Button variant="default" loading={isLeaving} onClick={() => leave('every')}>
          Sign out everywhere
        </Button>
      </div>
    </Panel>
  );
}
