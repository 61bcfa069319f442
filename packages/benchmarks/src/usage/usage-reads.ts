import type { Client } from '@resumint/client';

/** Where the pages of a person's activity begin. */
export interface Cursors {
  /** Page 1 000, or the last full one. */
  farPage: number | null;
}

export interface UsageRead {
  name: string;
  /** As the pages of the web app ask for it. */
  read: (client: Client, cursors: Cursors) => Promise<unknown>;
  /**
   * Which of the smaller ledgers it is held against: one of as many calls a day, and so of fewer days; or, for what reads
   * further back than that goes, one of as many days, and so of fewer calls in each.
   */
  against: 'samePace' | 'samePeriod';
}

export const ENTRIES_PER_PAGE = 25;

/** What the screens of usage and billing read. */
export const USAGE_READS: readonly UsageRead[] = [
  { name: 'overview', against: 'samePace', read: readOverview },
  { name: 'summary', against: 'samePace', read: (client) => client.usage.summary.query() },
  { name: 'fits', against: 'samePace', read: (client) => client.usage.fits.query() },
  { name: 'audit', against: 'samePace', read: (client) => client.usage.audit.query({ extent: 'recent' }) },
  { name: 'recentCalls', against: 'samePace', read: (client) => client.usage.list.query({ limit: 10 }) },
  { name: 'activityPage1', against: 'samePace', read: (client) => readActivity(client, null) },
  {
    name: 'activityPage1000',
    against: 'samePace',
    read: (client, { farPage }) => readActivity(client, farPage),
  },
  { name: 'daily', against: 'samePace', read: (client) => client.usage.daily.query({ days: 30 }) },
  { name: 'analyticsOfMonth', against: 'samePace', read: (client) => client.usage.analytics.query() },
  {
    name: 'analyticsOfYear',
    against: 'samePeriod',
    read: (client) => client.usage.analytics.query({ period: 'last12Months', grouping: 'model' }),
  },
  { name: 'denied', against: 'samePace', read: (client) => client.usage.denied.query() },
  { name: 'hours', against: 'samePace', read: (client) => client.usage.hours.query({ days: 30 }) },
  { name: 'denials', against: 'samePace', read: (client) => client.usage.denials.query({ limit: 10 }) },
  { name: 'forecast', against: 'samePeriod', read: (client) => client.usage.forecast.query() },
  { name: 'suggestions', against: 'samePace', read: (client) => client.suggestions.list.query() },
  { name: 'notifications', against: 'samePace', read: (client) => client.notifications.list.query() },
];

/** All that `/billing` and what stands around it ask for at once. */
function readOverview(client: Client): Promise<unknown> {
  return Promise.all([
    client.usage.summary.query(),
    client.account.me.query(),
    client.notifications.list.query(),
    client.limits.get.query(),
    client.usage.fits.query(),
    client.usage.audit.query({ extent: 'recent' }),
    client.usage.list.query({ limit: 10 }),
    client.usage.adjustments.query({ limit: 5 }),
  ]);
}

function readActivity(client: Client, cursor: number | null): Promise<unknown> {
  return client.usage.activity.query({ limit: ENTRIES_PER_PAGE, cursor });
}
