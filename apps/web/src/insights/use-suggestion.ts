'use client';

import { useEffect, useRef } from 'react';
import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';

/** Applies a suggestion, or undoes it where it is applied. The keyboard stays on its button. */
export function useSuggestion(id: string, isApplied: boolean) {
  const utils = trpc.useUtils();
  const tellChange = useTellChange();
  const button = useRef<HTMLButtonElement>(null);
  const wasPressed = useRef(false);
  // What is found after the change is the answer to it: shown at once, and not before it is so.
  const options = {
    onSuccess: async (found: Parameters<typeof utils.suggestions.list.setData>[1]) => {
      utils.suggestions.list.setData(undefined, found);
      await tellChange('choices');
    },
  };
  const accept = trpc.suggestions.accept.useMutation(options);
  const undo = trpc.suggestions.undo.useMutation(options);
  const isPending = accept.isPending || undo.isPending;
  useEffect(() => {
    if (isPending || !wasPressed.current) return;
    wasPressed.current = false;
    button.current?.focus();
  }, [isPending]);
  const press = () => {
    wasPressed.current = true;
    accept.reset();
    undo.reset();
    (isApplied ? undo : accept).mutate({ id });
  };
  return { press, isPending, error: accept.error ?? undo.error, button };
}
