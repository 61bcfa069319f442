import { expect, it } from 'vitest';
import { describeSuggestion, type DescribedSuggestion } from './describe-suggestion.ts';

const operation = 'resume.parse';

it.each<{ suggestion: DescribedSuggestion; title: string; details: string }>([
  {
    suggestion: {
      kind: 'cheaperModel',
      operation,
      to: { model: 'gpt-4.1-nano' },
      calls: 60,
      callsOfOperation: 90,
      savedNanos: 86_400_000n,
    },
    title: 'Use gpt-4.1-nano for resume.parse',
    details: '60 calls, 66 % of them all, would have cost $0.0864 less, had they taken the same tokens',
  },
  {
    suggestion: {
      kind: 'shorterOutput',
      operation,
      maxOutputTokens: 1_100,
      calls: 30,
      callsOfOperation: 60,
      callsCut: 0,
      freedTokens: 5_700,
    },
    title: 'Allow at most 1,100 tokens for an answer of resume.parse',
    details:
      '30 calls would have held 5,700 tokens less, so that fewer are refused; none of them would have been cut off, and nothing else would have cost less',
  },
  {
    suggestion: {
      kind: 'repeatedInput',
      operation,
      calls: 24,
      callsOfOperation: 60,
      savedNanos: 15_360_000n,
    },
    title: 'Answer repeated inputs of resume.parse from what is kept',
    details: '24 calls asked what was asked within a day before, for $0.01536',
  },
])('$suggestion.kind says what was counted', ({ suggestion, title, details }) => {
  expect(describeSuggestion(suggestion)).toEqual({ title, details });
});
