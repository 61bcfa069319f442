import { Stack, Text } from '@mantine/core';
import { formatClock, formatPercent, LIMIT_TITLES } from '@resumint/wording';
import { Notice } from '../ui/notice.tsx';
import type { Summary, WindowLimit } from '../usage/answers.ts';
import { standingOf } from '../usage/standing-of.ts';
import { usageOfLimit } from '../usage/usage-of-limit.ts';

interface StandingNoticesProps {
  summary: Summary;
  isStale: boolean;
}

/** What to know before anything else: limits that are used up, limits that are near, numbers that are old. */
export function StandingNotices({ summary, isStale }: StandingNoticesProps) {
  const over = summary.warnings.filter(({ limit }) => standingOf(usageOfLimit(summary, limit)) === 'over');
  const near = summary.warnings.filter((warning) => !over.includes(warning));
  if (over.length + near.length === 0 && !isStale) return null;
  return (
    <Stack gap="sm">
      {isStale && (
        <Notice kind="warning" title={`Numbers as of ${formatClock(summary.at, summary.zone)}`}>
          They cannot be read right now. Nothing is lost or spent; this page tries again by itself.
        </Notice>
      )}
      {over.map(({ limit }) => (
        <Notice key={limit} kind="failure" title={`Your limit of ${LIMIT_TITLES[limit]} is used up`}>
          <Text size="sm">
            {summary.enforcement === 'soft'
              ? 'Your limits only warn: AI calls are made all the same, and are charged.'
              : `AI calls are refused until ${formatClock(resetOf(summary, limit), summary.zone)}. Reading by rules, editing and saving go on working, and cost nothing.`}
          </Text>
        </Notice>
      ))}
      {near.map(({ limit, percentUsed, warnAtPercent }) => (
        <Notice
          key={limit}
          kind="warning"
          title={`${formatPercent(percentUsed, { isNothing: false })} of ${LIMIT_TITLES[limit]} is used`}
        >
          <Text size="sm">
            You are told from {warnAtPercent} % on. It resets{' '}
            {formatClock(resetOf(summary, limit), summary.zone)}.
          </Text>
        </Notice>
      ))}
    </Stack>
  );
}

function resetOf({ day, month }: Summary, limit: WindowLimit): Date {
  return limit === 'tokensPerDay' || limit === 'costPerDay' ? day.resetsAt : month.resetsAt;
}
