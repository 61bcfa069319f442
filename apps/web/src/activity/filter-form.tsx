'use client';

import { Button, Group, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { useTransition, type SubmitEvent } from 'react';
import { trpc } from '../trpc/react.ts';
import { LinkButton } from '../ui/link-button.tsx';
import { OPERATION_NAMES } from '../usage/operation-names.ts';
import { ACTIVITY_PATH, activityHref, isNothingAsked, readAddress } from './activity-address.ts';
import type { ActivityQuery } from './answers.ts';
import { ENDING_NAMES } from './ending-names.ts';

/** What to look for. What is chosen goes into the address, also where no script runs. */
export function FilterForm({ query }: { query: ActivityQuery }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const prices = trpc.prices.list.useQuery();
  const models = new Set(prices.data?.map(({ model }) => model));
  const show = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields: Record<string, string> = {};
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string') fields[name] = value;
    }
    const place = readAddress(fields);
    startTransition(() => router.push(activityHref(place)));
  };
  return (
    <form action={ACTIVITY_PATH} role="search" aria-label="Calls" onSubmit={show}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 2, md: 3 }} spacing="sm" verticalSpacing="sm">
          <TextInput
            name="search"
            type="search"
            label="Title or receipt"
            placeholder="Title, or op_…"
            maxLength={200}
            defaultValue={query.search ?? ''}
          />
          <NativeSelect
            name="operation"
            label="Operation"
            data={options('Any', Object.entries(OPERATION_NAMES), query.operation)}
            defaultValue={query.operation ?? ''}
          />
          <NativeSelect
            name="model"
            label="Model"
            data={options(
              'Any',
              [...models].toSorted().map((model) => [model, model]),
              query.model,
            )}
            defaultValue={query.model ?? ''}
          />
          <NativeSelect
            name="ending"
            label="Outcome"
            data={options('Any', Object.entries(ENDING_NAMES), query.ending)}
            defaultValue={query.ending ?? ''}
          />
          <TextInput name="from" type="date" label="From" defaultValue={query.from ?? ''} />
          <TextInput name="to" type="date" label="To" defaultValue={query.to ?? ''} />
        </SimpleGrid>
        <Group gap="xs">
          <Button type="submit" size="xs" loading={isPending}>
            Show
          </Button>
          {!isNothingAsked(query) && (
            <LinkButton href={ACTIVITY_PATH} variant="default" size="xs">
              Clear
            </LinkButton>
          )}
        </Group>
      </Stack>
    </form>
  );
}

/** What can be chosen, with what is chosen among it. */
function options(any: string, known: (readonly [string, string])[], chosen: string | null) {
  const all = [...known];
  if (chosen !== null && !known.some(([value]) => value === chosen)) all.push([chosen, chosen]);
  return [{ value: '', label: any }, ...all.map(([value, label]) => ({ value, label }))];
}
