'use client';

import { Button } from '@mantine/core';
import { useState } from 'react';
import { signOutEverywhere } from '../account/sign-out.ts';
import { tellTabs } from '../sync/tabs.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';

export function SessionsPanel() {
  const [isLeaving, setIsLeaving] = useState(false);
  const [message, setMessage] = useState<string | null>(null);
  const leave = async () => {
    setIsLeaving(true);
    const failure = await signOutEverywhere();
    tellTabs('session');
    setMessage(failure?.message ?? null);
    setIsLeaving(false);
  };
  return (
    <Panel title="Sessions" description="Ends your sessions in every browser and program, this one included.">
      {message !== null && <Notice kind="failure">{message}</Notice>}
      <div>
        <Button variant="default" loading={isLeaving} onClick={() => void leave()}>
          Sign out everywhere
        </Button>
      </div>
    </Panel>
  );
}
