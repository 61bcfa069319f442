import { Group, List, Stack, Text } from '@mantine/core';
import {
  describeWay,
  formatAmount,
  formatDuration,
  formatSeconds,
  formatTime,
  LIMIT_TITLES,
} from '@resumint/wording';
import type { ReactNode } from 'react';
import { AppLink } from '../ui/app-link.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Denial } from '../usage/answers.ts';
import { useNow } from '../usage/use-now.tsx';
import { choiceOf, type Way } from './call-choice.ts';

interface DenialNoticeProps {
  denial: Denial;
  withoutAi?: ReactNode;
}

/** Why a call is refused, to the number, and what can be done about it. */
export function DenialNotice({ denial, withoutAi }: DenialNoticeProps) {
  const { limit, unit, allowed, used, held, requested, remaining, zone } = denial;
  return (
    <Notice kind="warning" title={titleOf(denial)}>
      <Stack gap="sm">
        <Group gap="lg" className="number">
          {limit === 'inFlight' ? (
            <>
              <Amount name="May run at once" value={formatAmount(allowed, unit)} />
              <Amount name="Running" value={formatAmount(held, unit)} />
            </>
          ) : (
            <>
              <Amount name="Limit" value={formatAmount(allowed, unit)} />
              <Amount name="Used" value={formatAmount(used, unit, 'up')} />
              {held > 0n && <Amount name="Held" value={formatAmount(held, unit, 'up')} />}
              <Amount name="Left" value={formatAmount(remaining, unit, 'down')} />
              <Amount name="This call, at most" value={formatAmount(requested, unit, 'up')} />
            </>
          )}
        </Group>
        <List size="sm" spacing={4}>
          <List.Item>
            <Waiting denial={denial} />
          </List.Item>
          {denial.waysThrough.filter(isToldOf).map((way) => (
            <List.Item key={way.kind}>You can {describeWay(way, zone)}.</List.Item>
          ))}
          {withoutAi && <List.Item>{withoutAi}</List.Item>}
        </List>
        <Text size="sm">
          Nothing was spent, and nothing you typed is lost.{' '}
          {limit !== 'inFlight' && <AppLink href="/billing/limits">Show my limits</AppLink>}
        </Text>
      </Stack>
    </Notice>
  );
}

/** When the limit frees by itself, and how long that is. */
function Waiting({ denial: { limit, window, resetsAt, zone } }: Pick<DenialNoticeProps, 'denial'>) {
  const now = useNow(window?.startsAt ?? resetsAt ?? new Date(0));
  if (!resetsAt) return 'Waiting does not help: the call is larger than the whole limit.';
  const left = `in ${formatDuration(resetsAt.getTime() - now)}`;
  return limit === 'inFlight' ? (
    <>
      Wait: a place is free {left} at the latest, <strong>{formatSeconds(resetsAt, zone)}</strong>.
    </>
  ) : (
    <>
      Wait: {LIMIT_TITLES[limit]} resets <strong>{formatTime(resetsAt, zone)}</strong>, {left}.
    </>
  );
}

/** Waiting and going on without AI are told of apart from these, and what can be pressed is not told of twice. */
function isToldOf(way: Way): boolean {
  return way.kind !== 'wait' && way.kind !== 'withoutAi' && choiceOf(way) === null;
}

function titleOf({ limit, remaining }: Denial): string {
  if (limit === 'inFlight') return 'As many calls as may run at once are running';
  return remaining === 0n
    ? `Your limit of ${LIMIT_TITLES[limit]} is used up`
    : `More than is left of your ${LIMIT_TITLES[limit]}`;
}

function Amount({ name, value }: { name: string; value: string }) {
  return (
    <Stack gap={0}>
      <Text size="xs" c="dimmed">
        {name}
      </Text>
      <Text size="sm" fw={500}>
        {value}
      </Text>
    </Stack>
  );
}
