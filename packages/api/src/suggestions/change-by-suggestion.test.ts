import { describe, expect, it } from 'vitest';
import type { Choice } from '../store/choices.ts';
import { applySuggestion, undoSuggestion } from './change-by-suggestion.ts';
import { suggestionId, SuggestionId, type SuggestedChange } from './suggestion-id.ts';

const CHOSEN: Choice = {
  tier: 'best',
  maxOutputTokens: 250,
  isTierSuggested: false,
  tierBefore: null,
  isCapSuggested: false,
  maxOutputTokensBefore: null,
  reusesAnswers: false,
  isReuseSuggested: false,
};
const cheaper: SuggestedChange = { kind: 'cheaperModel', operation: 'resume.parse', tier: 'standard' };
const shorter: SuggestedChange = { kind: 'shorterOutput', operation: 'resume.parse', maxOutputTokens: 120 };
const repeated: SuggestedChange = { kind: 'repeatedInput', operation: 'resume.parse' };
const usual: Choice = { ...CHOSEN, tier: null, maxOutputTokens: null };

describe.each([
  { change: cheaper, applied: { tier: 'standard', isTierSuggested: true } },
  { change: shorter, applied: { maxOutputTokens: 120, isCapSuggested: true } },
  { change: repeated, applied: { reusesAnswers: true, isReuseSuggested: true } },
])('$change.kind', ({ change, applied }) => {
  it.each([{ choice: CHOSEN }, { choice: usual }])(
    'applied once or twice is the same, and undone: $choice',
    ({ choice }) => {
      const once = applySuggestion(choice, change);
      expect(once).toMatchObject(applied);
      expect(applySuggestion(once, change)).toEqual(once);
      const undone = undoSuggestion(once, change);
      expect(undone).toEqual(choice);
      expect(undoSuggestion(undone, change)).toEqual(choice);
    },
  );

  it('undone leaves alone what was chosen since', () => {
    const since = { ...CHOSEN, tier: 'economy', maxOutputTokens: 90, reusesAnswers: true } as const;
    expect(undoSuggestion(since, change)).toEqual(since);
  });

  it('has an id that names it', () => {
    expect(SuggestionId.parse(suggestionId(change))).toEqual(change);
  });
});

it('each is undone by itself', () => {
  const both = applySuggestion(applySuggestion(CHOSEN, cheaper), shorter);
  expect(undoSuggestion(both, cheaper)).toMatchObject({ tier: 'best', maxOutputTokens: 120 });
  expect(undoSuggestion(both, shorter)).toMatchObject({ tier: 'standard', maxOutputTokens: 250 });
});

it.each([
  '',
  'repeatedInput',
  'repeatedInput:resume.forge',
  'repeatedInput:resume.parse:more',
  'cheaperModel:resume.parse',
  'cheaperModel:resume.forge:economy',
  'cheaperModel:resume.parse:finest',
  'cheaperModel:resume.parse:economy:more',
  'shorterOutput:resume.parse:0',
  'shorterOutput:resume.parse:1e3',
  'shorterOutput:resume.parse:1234567',
])('"%s" is the id of nothing that can be applied', (id) => {
  expect(SuggestionId.safeParse(id).success).toBe(false);
});
