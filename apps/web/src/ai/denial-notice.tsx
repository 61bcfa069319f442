import { Group, List, Stack, Text } from '@mantine/core';
import { describeWay, formatAmount, formatTime, LIMIT_TITLES } from '@resumint/wording';
import type { ReactNode } from 'react';
import { Notice } from '../ui/notice.tsx';
import type { Denial } from '../usage/answers.ts';

interface DenialNoticeProps {
  denial: Denial;
  withoutAi?: ReactNode;
}

/** Why a call is refused, to the number, and what can be done about it. */
export function DenialNotice({ denial, withoutAi }: DenialNoticeProps) {
  const { limit, unit, allowed, used, held, requested, remaining, resetsAt, zone } = denial;
  return (
    <Notice kind="warning" title={titleOf(denial)}>
      <Stack gap="sm">
        <Group gap="lg" className="number">
          <Amount name="Limit" value={formatAmount(allowed, unit)} />
          <Amount name="Used" value={formatAmount(used, unit, 'up')} />
          {held > 0n && <Amount name="Held" value={formatAmount(held, unit, 'up')} />}
          <Amount name="Left" value={formatAmount(remaining, unit, 'down')} />
          <Amount name="This call, at most" value={formatAmount(requested, unit, 'up')} />
        </Group>
        <List size="sm" spacing={4}>
          {resetsAt ? (
            <List.Item>
              Wait: {LIMIT_TITLES[limit]} {limit === 'inFlight' ? 'frees' : 'resets'}{' '}
              <strong>{formatTime(resetsAt, zone)}</strong>.
            </List.Item>
          ) : (
            <List.Item>Waiting does not help: the call is larger than the whole limit.</List.Item>
          )}
          {denial.waysThrough.filter(isAnotherCall).map((way) => (
            <List.Item key={way.kind}>You can {describeWay(way, zone)}.</List.Item>
          ))}
          {withoutAi && <List.Item>{withoutAi}</List.Item>}
        </List>
        <Text size="sm">Nothing was spent, and nothing you typed is lost.</Text>
      </Stack>
    </Notice>
  );
}

/** Waiting and going on without AI are told of apart from these. */
function isAnotherCall({ kind }: Denial['waysThrough'][number]): boolean {
  return kind !== 'wait' && kind !== 'withoutAi';
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
