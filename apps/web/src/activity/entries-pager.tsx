import { Group, Text } from '@mantine/core';
import type { Outputs } from '@resumint/client';
import { formatDate } from '@resumint/wording';
import { LinkButton } from '../ui/link-button.tsx';
import { activityHref, type ActivityPlace } from './activity-address.ts';

interface EntriesPagerProps {
  place: ActivityPlace;
  page: Pick<Outputs['usage']['activity'], 'nextCursor' | 'lookedBackTo' | 'zone'>;
}

/** On to older entries, and back to the newest. Pages before this one are in the browser's history. */
export function EntriesPager({ place, page }: EntriesPagerProps) {
  const { nextCursor, lookedBackTo, zone } = page;
  if (nextCursor === null && place.cursor === null) return null;
  return (
    <Group component="nav" aria-label="Pages of calls" gap="sm">
      {lookedBackTo && (
        <Text size="sm" c="dimmed" role="status" w="100%">
          Matches are rare: this page looked back to {formatDate(lookedBackTo, zone)} and stopped there.
        </Text>
      )}
      {place.cursor !== null && (
        <LinkButton href={activityHref({ ...place, cursor: null })} variant="default" size="xs">
          Newest
        </LinkButton>
      )}
      {nextCursor !== null && (
        <LinkButton href={activityHref({ ...place, cursor: nextCursor })} variant="default" size="xs">
          {lookedBackTo ? 'Look further back' : 'Older'}
        </LinkButton>
      )}
    </Group>
  );
}
