'use client';

import { Stack } from '@mantine/core';
import { PageHeader } from '../ui/page-header.tsx';
import { ColorsPanel } from './colors-panel.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { SessionsPanel } from './sessions-panel.tsx';
import { ZonePanel } from './zone-panel.tsx';

export function SettingsPage({ zones }: { zones: string[] }) {
  return (
    <>
      <PageHeader title="Settings" description="Your days, your password, your sessions, your colors." />
      <Stack gap="lg" maw="44rem">
        <ZonePanel zones={zones} />
        <PasswordPanel />
        <SessionsPanel />
        <ColorsPanel />
      </Stack>
    </>
  );
}
