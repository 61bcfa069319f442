import { AppError } from '@resumint/errors';
import { z } from 'zod';
import { router, signedIn } from '../procedures.ts';
import { changeChoice, readChoice } from '../store/choices.ts';
import { applySuggestion, isApplied, undoSuggestion } from '../suggestions/change-by-suggestion.ts';
import { findSuggestions } from '../suggestions/find-suggestions.ts';
import { suggestionId, SuggestionId } from '../suggestions/suggestion-id.ts';

const Named = z.object({ id: SuggestionId });

export const suggestionsRouter = router({
  /** What would save something, by the person's own last 30 days, and what was applied. */
  list: signedIn.query(({ ctx }) => findSuggestions(ctx)),

  /** Applies a suggestion: the choice of the person becomes what it says. Throws `not_found` for one that no longer stands. */
  accept: signedIn.input(Named).mutation(async ({ ctx, input: { id: change } }) => {
    const { operation } = change;
    const [choice, found] = await Promise.all([
      readChoice(ctx.db, ctx.userId, operation),
      findSuggestions(ctx),
    ]);
    if (isApplied(choice, change)) return found;
    if (!found.suggestions.some(({ id }) => id === suggestionId(change))) {
      throw new AppError('not_found', 'This no longer stands as a suggestion. Look at the list again.');
    }
    await changeChoice(ctx.db, { userId: ctx.userId, operation }, (current) =>
      applySuggestion(current, change),
    );
    return findSuggestions(ctx);
  }),

  /** Makes the choice what it was before the suggestion was applied, unless the person has chosen since. */
  undo: signedIn.input(Named).mutation(async ({ ctx, input: { id: change } }) => {
    const { operation } = change;
    await changeChoice(ctx.db, { userId: ctx.userId, operation }, (choice) => undoSuggestion(choice, change));
    return findSuggestions(ctx);
  }),
});
