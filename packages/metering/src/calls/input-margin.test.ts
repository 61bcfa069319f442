import { describe, expect, it } from 'vitest';
import { createInputMargin } from './input-margin.ts';
import type { PlannedCall } from './planned-call.ts';

const planned = (inputTokens: number, model = 'gpt-4.1-mini'): PlannedCall => ({
  operation: 'resume.parse',
  subjectId: 'doc_1',
  request: { model, instructions: '', input: '', maxOutputTokens: 400 },
  inputTokens,
  expectedOutputTokens: 100,
  leastOutputTokens: 50,
  otherModels: [],
});

describe('the margin of input', () => {
  it('is nothing while providers report no more than was counted', () => {
    const { widen, learn } = createInputMargin();
    learn(planned(1_000), 1_000);
    expect(widen(planned(1_000))).toEqual(planned(1_000));
  });

  it('is what was missing, for the calls of that model alone', () => {
    const { widen, learn } = createInputMargin();
    learn(planned(1_000), 1_120);
    expect(widen(planned(1_000)).inputTokens).toBe(1_120);
    expect(widen(planned(501)).inputTokens).toBe(562);
    expect(widen(planned(1_000, 'gpt-4.1')).inputTokens).toBe(1_000);
  });

  it('grows where it was not enough, and does not shrink', () => {
    const { widen, learn } = createInputMargin();
    const before = widen(planned(1_000));
    learn(before, 1_100);
    learn(widen(planned(1_000)), 1_150);
    expect(widen(planned(1_000)).inputTokens).toBe(1_150);
    learn(widen(planned(1_000)), 900);
    // Held before the margin grew, and reported after.
    learn(before, 1_120);
    expect(widen(planned(1_000)).inputTokens).toBe(1_150);
  });

  it('is never more than half again', () => {
    const { widen, learn } = createInputMargin();
    learn(planned(1_000), 90_000);
    expect(widen(planned(1_000)).inputTokens).toBe(1_500);
  });
});
