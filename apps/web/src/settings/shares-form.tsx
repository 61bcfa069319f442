'use client';

import { Button, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';
import { explain } from '../ui/explain.ts';
import { HeardTextInput } from '../ui/heard-text.tsx';
import { Notice } from '../ui/notice.tsx';
import { useIsHeard } from '../ui/use-is-heard.ts';
import { MOST_SHARES, parseShare, sharesToOffer, sorted } from './shares.ts';

/** At which shares of each limit the person is told. */
export function SharesForm({ saved }: { saved: readonly number[] }) {
  const [chosen, setChosen] = useState<readonly number[]>(saved);
  const [typed, setTyped] = useState('');
  const own = parseShare(typed);
  const tellChange = useTellChange();
  const { mutate, isPending, isSuccess, error } = trpc.limits.alertAt.useMutation({
    onSuccess: () => tellChange('usage'),
  });
  const isHeard = useIsHeard();
  const isFull = chosen.length >= MOST_SHARES;
  const isChanged = sorted(chosen).join() !== saved.join();
  const save = (event: SyntheticEvent) => {
    event.preventDefault();
    mutate({ percents: sorted(chosen) });
  };
  return (
    <form onSubmit={save}>
      <Stack gap="sm">
        <Checkbox.Group
          label="At which shares of each limit"
          value={chosen.map(String)}
          onChange={(values) => setChosen(sorted(values.map(Number)))}
        >
          <Group gap="lg" mt="xs">
            {sharesToOffer([...saved, ...chosen]).map((share) => (
              <Checkbox
                key={share}
                value={String(share)}
                label={`${share} %`}
                disabled={!isHeard || (isFull && !chosen.includes(share))}
              />
            ))}
          </Group>
        </Checkbox.Group>
        <Group align="flex-end" gap="sm">
          <HeardTextInput
            label="Another share"
            inputMode="numeric"
            autoComplete="off"
            value={typed}
            onText={setTyped}
            maxLength={6}
            rightSection="%"
            w="8rem"
          />
          <Button
            variant="default"
            disabled={own === null || isFull || chosen.includes(own)}
            onClick={() => {
              if (own === null) return;
              setChosen(sorted([...chosen, own]));
              setTyped('');
            }}
          >
            Add it
          </Button>
        </Group>
        {chosen.length === 0 && <Text size="sm">With none you are told of nothing, resets included.</Text>}
        {chosen.length > 0 && !chosen.includes(100) && (
          <Text size="sm">Without 100 % you are not told when a limit is used up, nor when that resets.</Text>
        )}
        {isFull && <Text size="sm">These are {MOST_SHARES}, the most there can be.</Text>}
        <Group gap="md">
          <Button type="submit" loading={isPending} disabled={!isChanged}>
            Save shares
          </Button>
          <Text size="sm" role="status">
            {isSuccess && !isChanged ? 'Saved.' : ''}
          </Text>
        </Group>
        {error && <Notice kind="failure">{explain(error)}</Notice>}
      </Stack>
    </form>
  );
}
