import type { Choice } from '../store/choices.ts';
import type { SuggestedChange } from './suggestion-id.ts';

/** Whether a choice is what a suggestion made it. */
export function isApplied(choice: Choice, change: SuggestedChange): boolean {
  switch (change.kind) {
    case 'cheaperModel':
      return choice.isTierSuggested && choice.tier === change.tier;
    case 'shorterOutput':
      return choice.isCapSuggested && choice.maxOutputTokens === change.maxOutputTokens;
    case 'repeatedInput':
      return choice.isReuseSuggested && choice.reusesAnswers;
  }
}

/** Applied twice it is as applied once. */
export function applySuggestion(choice: Choice, change: SuggestedChange): Choice {
  if (isApplied(choice, change)) return choice;
  switch (change.kind) {
    case 'cheaperModel':
      return { ...choice, tier: change.tier, isTierSuggested: true, tierBefore: choice.tier };
    case 'shorterOutput':
      return {
        ...choice,
        maxOutputTokens: change.maxOutputTokens,
        isCapSuggested: true,
        maxOutputTokensBefore: choice.maxOutputTokens,
      };
    case 'repeatedInput':
      // Chosen before it was suggested, it stays the person's own choice.
      return choice.reusesAnswers ? choice : { ...choice, reusesAnswers: true, isReuseSuggested: true };
  }
}

/** What was before the suggestion is so again. What the person has chosen since then stays. */
export function undoSuggestion(choice: Choice, change: SuggestedChange): Choice {
  if (!isApplied(choice, change)) return choice;
  switch (change.kind) {
    case 'cheaperModel':
      return { ...choice, tier: choice.tierBefore, isTierSuggested: false, tierBefore: null };
    case 'shorterOutput':
      return {
        ...choice,
        maxOutputTokens: choice.maxOutputTokensBefore,
        isCapSuggested: false,
        maxOutputTokensBefore: null,
      };
    case 'repeatedInput':
      return { ...choice, reusesAnswers: false, isReuseSuggested: false };
  }
}
