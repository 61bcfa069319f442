'use client';

import { Skeleton, Text } from '@mantine/core';
import { formatCount, titleOfSuggestion, type SuggestedChange } from '@resumint/wording';
import { trpc } from '../trpc/react.ts';
import { Failure } from '../ui/failure.tsx';
import { Panel } from '../ui/panel.tsx';
import { quotedOperation } from '../usage/operation-names.ts';
import type { Suggestions } from './answers.ts';
import { AppliedNote } from './applied-note.tsx';
import { NoSuggestions } from './no-suggestions.tsx';
import { Saving } from './saving.tsx';
import { SuggestionItem } from './suggestion-item.tsx';
import classes from './suggestions.module.css';

/** What would have cost less, by the person's own calls, and what of it they have applied. */
export function SuggestionsPanel() {
  const { data, error, isError, refetch } = trpc.suggestions.list.useQuery();
  return (
    <Panel
      title="Suggestions"
      description="Your own calls of the last 30 days, made again on paper. What you apply counts from the next call on."
    >
      {data ? (
        <Found {...data} />
      ) : isError ? (
        <Failure title="Suggestions cannot be made right now" error={error} onRetry={() => void refetch()} />
      ) : (
        <Skeleton height={160} role="status" aria-busy aria-label="Suggestions are being made" />
      )}
    </Panel>
  );
}

function Found(found: Suggestions) {
  const { suggestions, applied, isCut, callsLookedAt, since } = found;
  if (suggestions.length + applied.length === 0) return <NoSuggestions {...found} />;
  // In one list, so that what is applied stays the item that it was, and the keyboard on its button.
  const items = [
    ...suggestions.map((suggestion) => ({
      ...headOf(suggestion),
      isApplied: false,
      content: <Saving suggestion={suggestion} since={since} />,
    })),
    ...applied.map((suggestion) => ({
      ...headOf(suggestion),
      isApplied: true,
      content: <AppliedNote suggestion={suggestion} />,
    })),
  ];
  return (
    <>
      <ul className={classes['list']}>
        {items.map(({ content, ...item }) => (
          <SuggestionItem key={item.id} {...item}>
            {content}
          </SuggestionItem>
        ))}
      </ul>
      {isCut && (
        <Text size="sm" c="dimmed">
          Answers to shorten and repeated inputs are found among your last {formatCount(callsLookedAt)} calls.
        </Text>
      )}
    </>
  );
}

function headOf(change: SuggestedChange & { id: string }) {
  const title = titleOfSuggestion({ ...change, operation: quotedOperation(change.operation) });
  return { id: change.id, title };
}
