'use client';

import { Button, Group, Text } from '@mantine/core';
import { formatMoney } from '@resumint/wording';
import { useState } from 'react';
import { usePreferences } from '../preferences/use-preferences.tsx';
import { HeardTextInput } from '../ui/heard-text.tsx';
import { Panel } from '../ui/panel.tsx';
import { parseDollars } from './parse-dollars.ts';

/** From which price on a person is asked before a call. */
export function AskPanel() {
  const { preferences, choose } = usePreferences();
  const { askAboveNanos } = preferences;
  const [typed, setTyped] = useState('');
  const [error, setError] = useState<string | null>(null);
  const save = () => {
    const nanos = parseDollars(typed);
    setError(nanos === null ? 'Write an amount of dollars, like 0.01.' : null);
    if (nanos === null) return;
    choose({ askAboveNanos: nanos });
    setTyped('');
  };
  return (
    <Panel
      title="Before an AI call"
      description="You are asked before a call that may take you past a warning. You can be asked for its price as well. Kept in this browser."
    >
      <Text size="sm">
        {askAboveNanos === null
          ? 'You are not asked for the price of a call.'
          : `You are asked before a call that may cost more than ${formatMoney(askAboveNanos)}.`}
      </Text>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <Group align="flex-start" gap="sm">
          <HeardTextInput
            label="Ask me above, in dollars"
            inputMode="decimal"
            autoComplete="off"
            placeholder="0.01"
            value={typed}
            error={error}
            onText={setTyped}
            maxLength={20}
          />
          <Group gap="sm" pt={25}>
            <Button type="submit">Save amount</Button>
            {askAboveNanos !== null && (
              <Button variant="default" onClick={() => choose({ askAboveNanos: null })}>
                Do not ask
              </Button>
            )}
          </Group>
        </Group>
      </form>
    </Panel>
  );
}
