'use client';

import { Stack } from '@mantine/core';
import dynamic from 'next/dynamic';
import { usePublicConfig } from '../public-config.ts';
import { PageHeader } from '../ui/page-header.tsx';
import { AskPanel } from './ask-panel.tsx';
import { ColorsPanel } from './colors-panel.tsx';
import { DeleteAccountPanel } from './delete-account-panel.tsx';
import { NotificationsPanel } from './notifications-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { ZonePanel } from './zone-panel.tsx';

const ManageAccountPanel = dynamic(() => import('../clerk/manage-account-panel.tsx'));

export function SettingsPage({ zones }: { zones: string[] }) {
  const { clerk } = usePublicConfig();
  return (
    <>
      <PageHeader title="Settings" description="Your days, what you are told, your account, your colors." />
      <Stack gap="lg" maw="44rem">
        <ZonePanel zones={zones} />
        <NotificationsPanel />
        {clerk ? (
          <ManageAccountPanel />
        ) : (
          <>
            <PasswordPanel />
            <SessionsPanel />
          </>
        )}
        <AskPanel />
        <ColorsPanel />
        {!clerk && <DeleteAccountPanel />}
      </Stack>
    </>
  );
}
