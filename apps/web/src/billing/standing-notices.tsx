import { Stack, Text } from '@mantine/core';
import { formatAmount, formatClock, formatCount, formatPercent, LIMIT_TITLES } from '@resumint/wording';
import { CAP_FIELDS } from '../limits/cap-fields.ts';
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
  const { warnings, inFlight } = summary;
  const over = warnings.filter(({ limit }) => standingOf(usageOfLimit(summary, limit)) === 'over');
  const near = warnings.filter((warning) => !over.includes(warning));
  const isFull = inFlight.running > 0 && inFlight.running >= inFlight.allowed;
  if (warnings.length === 0 && !isFull && !isStale) return null;
  return (
    <Stack gap="sm">
      {isStale && (
        <Notice kind="warning" title={`Numbers as of ${formatClock(summary.at, summary.zone)}`}>
          Newer ones cannot be read right now. Nothing is lost or spent; this page tries again by itself.
        </Notice>
      )}
      {over.map(({ limit }) =>
        summary.enforcement === 'soft' ? (
          <SoftlyOver key={limit} summary={summary} limit={limit} />
        ) : (
          <Notice key={limit} kind="failure" title={`Your limit of ${LIMIT_TITLES[limit]} is used up`}>
            <Text size="sm">
              AI calls are refused until {resetOf(summary, limit)}. Reading by rules, editing and saving go on
              working, and cost nothing.
            </Text>
          </Notice>
        ),
      )}
      {near.map(({ limit, percentUsed, warnAtPercent }) => (
        <Notice
          key={limit}
          kind="warning"
          title={`${formatPercent(percentUsed, { isNothing: false })} of your ${LIMIT_TITLES[limit]} is used`}
        >
          <Text size="sm">
            {amountOf(limit, usageOfLimit(summary, limit).remaining, 'down')} left until it resets{' '}
            {resetOf(summary, limit)}. You are told from {warnAtPercent} % on.
          </Text>
        </Notice>
      ))}
      {isFull && (
        <Notice kind="info" title="As many calls as may run at once are running">
          <Text size="sm">
            {formatCount(inFlight.running)} of {formatCount(inFlight.allowed)}. The next one is admitted as
            soon as one of them ends.
          </Text>
        </Notice>
      )}
    </Stack>
  );
}

function SoftlyOver({ summary, limit }: { summary: Summary; limit: WindowLimit }) {
  const { used, limit: allowed } = usageOfLimit(summary, limit);
  const past = allowed === null ? 0n : used - allowed;
  return (
    <Notice kind="warning" title={`Your limit of ${LIMIT_TITLES[limit]} is used up`}>
      <Text size="sm">
        {past > 0n && `You are ${amountOf(limit, past, 'up')} past it. `}
        Your limits only warn: AI calls are made all the same, and are charged. It resets{' '}
        {resetOf(summary, limit)}.
      </Text>
    </Notice>
  );
}

function amountOf(limit: WindowLimit, amount: bigint | null, rounding: 'up' | 'down'): string {
  const { unit } = CAP_FIELDS[limit];
  return `${formatAmount(amount, unit, rounding)}${unit === 'tokens' ? ' tokens' : ''}`;
}

function resetOf({ day, month, zone }: Summary, limit: WindowLimit): string {
  return formatClock({ day, month }[CAP_FIELDS[limit].window].resetsAt, zone);
}
