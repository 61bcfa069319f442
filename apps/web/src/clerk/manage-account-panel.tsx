'use client';

import { useClerk } from '@clerk/nextjs';
import { Button } from '@mantine/core';
import { Panel } from '../ui/panel.tsx';

/** Email, password and sessions are kept at Clerk. */
export default function ManageAccountPanel() {
  const { openUserProfile } = useClerk();
  return (
    <Panel title="Account" description="Your email, your password and your sessions are kept by Clerk.">
      <div>
        <Button variant="default" onClick={() => openUserProfile()}>
          Manage account
        </Button>
      </div>
    </Panel>
  );
}
