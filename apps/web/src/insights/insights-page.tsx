'use client';

import { Stack } from '@mantine/core';
import { ModelsPanel } from '../choices/models-panel.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { ForecastPanel } from './forecast-panel.tsx';
import { SuggestionsPanel } from './suggestions-panel.tsx';

export function InsightsPage() {
  return (
    <>
      <PageHeader
        title="Insights"
        description="What your use comes to if you go on as before, what would cost you less, and which model your calls go to."
        actions={
          <LinkButton href="/billing" variant="default">
            Back to Billing
          </LinkButton>
        }
      />
      <Stack gap="lg">
        <ForecastPanel />
        <SuggestionsPanel />
        <ModelsPanel />
      </Stack>
    </>
  );
}
