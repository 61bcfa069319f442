'use client';

import { Button, PasswordInput, Stack } from '@mantine/core';
import { useActionState } from 'react';
import { changePassword, type PasswordState } from '../account/change-password.ts';
import { Notice } from '../ui/notice.tsx';
import { Panel } from '../ui/panel.tsx';

const BEFORE: PasswordState = { kind: 'before' };

export function PasswordPanel() {
  const [state, submit, isPending] = useActionState(changePassword, BEFORE);
  return (
    <Panel title="Password" description="A new password signs you out everywhere else.">
      <form action={submit}>
        <Stack gap="md" maw="24rem">
          {state.kind === 'refused' && !isPending && <Notice kind="failure">{state.message}</Notice>}
          {state.kind === 'changed' && !isPending && (
            <Notice kind="info">Changed. Every other session of yours has ended.</Notice>
          )}
          <PasswordInput
            label="Current password"
            name="currentPassword"
            autoComplete="current-password"
            required
            withAsterisk={false}
            maxLength={200}
          />
          <PasswordInput
            label="New password"
            description="At least 10 characters."
            name="newPassword"
            autoComplete="new-password"
            required
            withAsterisk={false}
            minLength={10}
            maxLength={200}
          />
          <div>
            <Button type="submit" loading={isPending}>
              Change password
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  );
}
