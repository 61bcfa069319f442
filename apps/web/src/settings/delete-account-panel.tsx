'use client';

import { Button, List, Stack } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Panel } from '../ui/panel.tsx';

const DeleteAccountDialog = dynamic(() => import('./delete-account-dialog.tsx'));

export function DeleteAccountPanel() {
  const [isAsking, setIsAsking] = useState(false);
  return (
    <Panel title="Delete account" description="For good. Nothing of it can be brought back.">
      <Stack gap="md">
        <List size="sm">
          <List.Item>
            Deleted: your email and password, every session, your resumes and files, what AI wrote for you,
            and your usage record with its receipts.
          </List.Item>
          <List.Item>
            Kept: how many tokens and dollars were used in all, under a number that does not lead to you.
          </List.Item>
          <List.Item>A call that is still running ends first, and is deleted then.</List.Item>
        </List>
        <div>
          <Button color="red" variant="outline" onClick={() => setIsAsking(true)}>
            Delete account
          </Button>
        </div>
      </Stack>
      {isAsking && <DeleteAccountDialog onClose={() => setIsAsking(false)} />}
    </Panel>
  );
}
