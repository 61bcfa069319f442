'use client';

import { NOTHING_ASKED } from '../activity/activity-address.ts';
import { ActivityPage } from '../activity/activity-page.tsx';
import { readAddress } from '../analytics/analytics-address.ts';
import { AnalyticsPage } from '../analytics/analytics-page.tsx';
import { BillingPage } from '../billing/billing-page.tsx';
import { InsightsPage } from '../insights/insights-page.tsx';
import { LimitsPage } from '../limits/limits-page.tsx';
import { NotificationsPage } from '../notifications/notifications-page.tsx';
import { SummaryPanel } from '../resumes/summary-panel.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import type { Screen } from './screens.ts';

/** What an address asks for that says nothing. */
const USUAL_PLACE = readAddress({});

interface StateScreenProps {
  screen: Screen;
  resumeId: string;
}

/** A screen of the product, as it is. */
export function StateScreen({ screen, resumeId }: StateScreenProps) {
  switch (screen) {
    case 'billing':
      return <BillingPage />;
    case 'call':
      return <CallScreen resumeId={resumeId} />;
    case 'activity':
      return <ActivityPage place={{ query: NOTHING_ASKED, cursor: null }} />;
    case 'analytics':
      return <AnalyticsPage place={USUAL_PLACE} />;
    case 'insights':
      return <InsightsPage />;
    case 'limits':
      return <LimitsPage />;
    case 'notifications':
      return <NotificationsPage />;
  }
}

/** What stands beside a resume: the button that calls a model, in the width that it has there. */
function CallScreen({ resumeId }: Pick<StateScreenProps, 'resumeId'>) {
  return (
    <div style={{ maxWidth: '30rem' }}>
      <PageHeader title="Ada Lovelace, analyst" />
      <SummaryPanel resumeId={resumeId} onApply={async () => {}} isApplying={false} />
    </div>
  );
}
