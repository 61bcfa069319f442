import { OPERATION_NAMES, TIERS, type OperationName, type Tier } from '@resumint/operations';
import { z } from 'zod';

/** What a suggestion does, as its id names it: the same suggestion has the same id whenever it is made. */
export type SuggestedChange =
  | { kind: 'cheaperModel'; operation: OperationName; tier: Tier }
  | { kind: 'shorterOutput'; operation: OperationName; maxOutputTokens: number }
  | { kind: 'repeatedInput'; operation: OperationName };

const Operation = z.enum(OPERATION_NAMES);
const ChosenTier = z.enum(TIERS);

export function suggestionId(change: SuggestedChange): string {
  const named = `${change.kind}:${change.operation}`;
  switch (change.kind) {
    case 'cheaperModel':
      return `${named}:${change.tier}`;
    case 'shorterOutput':
      return `${named}:${change.maxOutputTokens}`;
    case 'repeatedInput':
      return named;
  }
}

/** The id of a suggestion that can be applied. */
export const SuggestionId = z
  .string()
  .max(100)
  .transform((id, ctx): SuggestedChange => {
    const change = readId(id);
    if (change) return change;
    ctx.addIssue({ code: 'custom', message: 'is no suggestion that can be applied' });
    return z.NEVER;
  });

function readId(id: string): SuggestedChange | null {
  const [kind, name, target, ...more] = id.split(':');
  const operation = Operation.safeParse(name).data;
  if (!operation || more.length > 0) return null;
  if (target === undefined) return kind === 'repeatedInput' ? { kind, operation } : null;
  if (kind === 'shorterOutput' && /^[1-9]\d{0,5}$/.test(target)) {
    return { kind, operation, maxOutputTokens: Number(target) };
  }
  const tier = ChosenTier.safeParse(target).data;
  return kind === 'cheaperModel' && tier ? { kind, operation, tier } : null;
}
