'use client';

import type { Inputs } from '@resumint/client';
import { useTellChange } from '../sync/use-changes.ts';
import { trpc } from '../trpc/react.ts';
import type { Choice, Tier } from './answers.ts';

type Chosen = Omit<Inputs['choices']['set'], 'operation'>;

interface UsedChoice {
  /** Undefined while it is not known. */
  choice: Choice | undefined;
  /** What is chosen, or is about to be. */
  tier: Tier | undefined;
  isReusing: boolean | null | undefined;
  choose: (chosen: Chosen) => void;
  /** From the choice on until every price goes by it. */
  isChoosing: boolean;
  error: unknown;
}

/** With which model the calls of an operation are made, and a way to choose another: for every tab. */
export function useChoice(operation: Choice['operation']): UsedChoice {
  const utils = trpc.useUtils();
  const tellChange = useTellChange();
  const { data } = trpc.choices.list.useQuery();
  const { mutate, isPending, variables, error } = trpc.choices.set.useMutation({
    // One after the other, so that what is chosen last is what stays.
    scope: { id: `choice of ${operation}` },
    onSuccess: async (choices) => {
      utils.choices.list.setData(undefined, choices);
      await tellChange('choices');
    },
  });
  const choice = data?.find((candidate) => candidate.operation === operation);
  return {
    choice,
    tier: (isPending ? variables.tier : null) ?? choice?.chosen,
    isReusing: (isPending ? variables.reusesAnswers : null) ?? choice?.reusesAnswers,
    choose: (chosen) => mutate({ operation, ...chosen }),
    isChoosing: isPending,
    error,
  };
}
