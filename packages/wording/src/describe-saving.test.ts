import { describe, expect, it } from 'vitest';
import { describeNoSuggestions, describeSaving } from './describe-saving.ts';
import { describeShare } from './describe-suggestion.ts';

const behind = { operation: 'resume.parse', calls: 59, callsOfOperation: 90 };

describe('what a suggestion would have saved', () => {
  it('is money where another model is cheaper, and says what that takes for granted', () => {
    const cheaper = {
      kind: 'cheaperModel',
      to: { model: 'small' },
      savedNanos: 86_400_000n,
      ...behind,
    } as const;
    expect(describeSaving(cheaper)).toMatchObject({ name: 'Would have saved', value: '$0.0864' });
    expect(describeSaving(cheaper).note).toContain('the same tokens');
  });

  it('is what is held where an answer is shorter, and no money', () => {
    const shorter = { kind: 'shorterOutput', maxOutputTokens: 110, freedTokens: 5_700, ...behind } as const;
    const saving = describeSaving({ ...shorter, callsCut: 0 });
    expect(saving.value).toBe('5,700 tokens');
    expect(saving.note).toContain('None of these answers');
    expect(describeSaving({ ...shorter, callsCut: 2 }).note).toContain('2 of these answers');
  });

  it('is what repeated inputs cost', () => {
    const repeated = { kind: 'repeatedInput', savedNanos: 15_360_000n, ...behind } as const;
    expect(describeSaving(repeated).value).toBe('$0.01536');
  });

  it('is of a share of the calls, which is rounded down', () => {
    expect(describeShare(behind)).toBe('65 %');
    expect(describeShare({ calls: 0, callsOfOperation: 0 })).toBe('0 %');
  });
});

it.each([
  { calls: 19, said: /at least 20 completed calls of a kind/ },
  { calls: 20, said: /speak for no change/ },
])('says why there is none with $calls calls of a kind', ({ calls, said }) => {
  const callsOf = [
    { operation: 'a', calls },
    { operation: 'b', calls: 3 },
  ];
  expect(describeNoSuggestions({ callsOf, leastCalls: 20 })).toMatch(said);
});
