'use client';

import { Button, Group, Modal, PasswordInput, Stack, Text } from '@mantine/core';
import { useActionState } from 'react';
import { deleteAccount, type DeletionState } from '../account/delete-account.ts';
import { forgetDrafts } from '../editor/forget-drafts.ts';
import { Notice } from '../ui/notice.tsx';

const BEFORE: DeletionState = { isDeleted: false, message: null };

export default function DeleteAccountDialog({ onClose }: { onClose: () => void }) {
  const [{ message }, submit, isPending] = useActionState(deleteAndLeave, BEFORE);
  return (
    <Modal opened onClose={onClose} title="Delete your account?" centered>
      <form action={submit}>
        <Stack gap="md">
          <Text>
            Your resumes, files and usage record are deleted now, and you are signed out everywhere.
          </Text>
          {message !== null && !isPending && <Notice kind="failure">{message}</Notice>}
          <PasswordInput
            label="Your password"
            name="password"
            autoComplete="current-password"
            required
            withAsterisk={false}
            maxLength={200}
            data-autofocus
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Keep it
            </Button>
            <Button type="submit" color="red" loading={isPending}>
              Delete for good
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** By a page load, so that nothing of the person stays in the memory of the page. */
async function deleteAndLeave(before: DeletionState, form: FormData): Promise<DeletionState> {
  const after = await deleteAccount(before, form);
  if (after.isDeleted) {
    forgetDrafts(sessionStorage);
    location.assign('/');
  }
  return after;
}
