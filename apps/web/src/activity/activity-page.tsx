'use client';

import { Stack } from '@mantine/core';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { ActivityPlace } from './activity-address.ts';
import { DenialsPanel } from './denials-panel.tsx';
import { EntriesPanel } from './entries-panel.tsx';

export function ActivityPage({ place }: { place: ActivityPlace }) {
  return (
    <>
      <PageHeader
        title="Activity"
        description="Every AI call with its receipt, what an admin adjusted, and what was refused."
        actions={
          <LinkButton href="/billing" variant="default">
            Back to Billing
          </LinkButton>
        }
      />
      <Stack gap="lg">
        <EntriesPanel place={place} />
        <DenialsPanel />
      </Stack>
    </>
  );
}
