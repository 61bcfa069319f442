'use client';

import { NavLink, Text } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useSignOut } from '../account/use-sign-out.ts';
import { trpc } from '../trpc/react.ts';
import { Notice } from '../ui/notice.tsx';

/** Who is signed in, and the way out. */
export function AccountSection() {
  const me = trpc.account.me.useQuery();
  const { leave, isLeaving, failure } = useSignOut();
  return (
    <>
      {me.data?.email && (
        <Text size="xs" c="dimmed" px="sm" truncate title={me.data.email}>
          {me.data.email}
        </Text>
      )}
      <NavLink
        component="button"
        type="button"
        label="Sign out"
        leftSection={<IconLogout size={18} aria-hidden />}
        disabled={isLeaving}
        onClick={() => leave('this')}
        style={{ borderRadius: 'var(--mantine-radius-md)' }}
      />
      {failure !== null && <Notice kind="failure">{failure}</Notice>}
    </>
  );
}
