'use client';

import { Button } from '@mantine/core';
import { useSignOut } from '../account/use-sign-out.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';

export function SessionsPanel() {
  const { leave, isLeaving, failure } = useSignOut();
  return (
    <Panel title="Sessions" description="Ends your sessions in every browser and program, this one included.">
      {failure !== null && <Notice kind="failure">{failure}</Notice>}
      <div>
        <Button variant="default" loading={isLeaving} onClick={() => leave('every')}>
          Sign out everywhere
        </Button>
      </div>
    </Panel>
  );
}
