import { DEFAULT_TIER, MODEL_OF_TIER, type OperationName } from '@resumint/operations';
import type { Choice } from '../store/choices.ts';
import { suggestionId } from './suggestion-id.ts';

/** What of a choice was suggested, with what it was before and will be again when it is undone. */
export function appliedSuggestions(operation: OperationName, choice: Choice) {
  return [
    ...appliedTier(operation, choice),
    ...appliedCap(operation, choice),
    ...appliedReuse(operation, choice),
  ];
}

function appliedTier(operation: OperationName, { isTierSuggested, tier, tierBefore }: Choice) {
  if (!isTierSuggested || tier === null) return [];
  const kind = 'cheaperModel' as const;
  const before = tierBefore ?? DEFAULT_TIER;
  return [
    {
      id: suggestionId({ kind, operation, tier }),
      kind,
      operation,
      from: { tier: before, model: MODEL_OF_TIER[before] },
      to: { tier, model: MODEL_OF_TIER[tier] },
    },
  ];
}

function appliedCap(operation: OperationName, choice: Choice) {
  const { isCapSuggested, maxOutputTokens, maxOutputTokensBefore } = choice;
  if (!isCapSuggested || maxOutputTokens === null) return [];
  const kind = 'shorterOutput' as const;
  const id = suggestionId({ kind, operation, maxOutputTokens });
  return [{ id, kind, operation, maxOutputTokens, maxOutputTokensBefore }];
}

function appliedReuse(operation: OperationName, { isReuseSuggested, reusesAnswers }: Choice) {
  if (!isReuseSuggested || !reusesAnswers) return [];
  const kind = 'repeatedInput' as const;
  return [{ id: suggestionId({ kind, operation }), kind, operation }];
}
