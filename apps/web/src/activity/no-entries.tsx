import { Text } from '@mantine/core';
import { IconReceiptOff } from '@tabler/icons-react';
import { AppLink } from '../ui/app-link.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ACTIVITY_PATH, isNothingAsked, type ActivityPlace } from './activity-address.ts';

interface NoEntriesProps {
  place: ActivityPlace;
  lookedBackTo: Date | null;
}

export function NoEntries({ place, lookedBackTo }: NoEntriesProps) {
  if (lookedBackTo) return <Text c="dimmed">Nothing matches as far as was looked.</Text>;
  if (place.cursor !== null) return <Text c="dimmed">Nothing older matches.</Text>;
  return isNothingAsked(place.query) ? (
    <EmptyState icon={IconReceiptOff} title="No AI call yet">
      Your first one shows up here with its price. Work without AI costs nothing and leaves no receipt.
    </EmptyState>
  ) : (
    <EmptyState icon={IconReceiptOff} title="Nothing matches">
      No call is like that. <AppLink href={ACTIVITY_PATH}>Show all calls</AppLink>
    </EmptyState>
  );
}
