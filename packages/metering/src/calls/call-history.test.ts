import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedTokens, historyOf, type HistoryRow } from './call-history.ts';
import type { PlannedCall } from './planned-call.ts';

const entry = (operationId: string, changes: Partial<HistoryRow>): HistoryRow => ({
  kind: 'hold',
  operationId,
  step: 0,
  inputTokens: 1_000,
  cachedInputTokens: null,
  outputTokens: 500,
  isEstimated: false,
  outcome: null,
  ...changes,
});
const ended = (operationId: string, changes: Partial<HistoryRow> = {}): HistoryRow =>
  entry(operationId, {
    kind: 'settle',
    step: 1,
    inputTokens: 900,
    cachedInputTokens: 300,
    outputTokens: 100,
    outcome: 'completed',
    ...changes,
  });

describe('historyOf', () => {
  it('adds up completed calls, by the last that is known of each', () => {
    const rows = [
      entry('op_1', {}),
      ended('op_1'),
      entry('op_2', {}),
      ended('op_2', { isEstimated: true, outcome: 'stopped' }),
      ended('op_2', { kind: 'correct', step: 2, outputTokens: 200 }),
    ];
    expect(historyOf(rows)).toEqual({
      calls: 2,
      heldInput: 2_000,
      heldOutput: 1_000,
      input: 1_800,
      cachedInput: 600,
      output: 300,
    });
  });

  it.each([
    ['there are none', []],
    ['a call still runs', [entry('op_1', {})]],
    ['its hold is further back than is looked', [ended('op_1')]],
    ['it was an estimate', [entry('op_1', {}), ended('op_1', { isEstimated: true })]],
    ['it was stopped', [entry('op_1', {}), ended('op_1', { outcome: 'stopped' })]],
    ['it could not be used', [entry('op_1', {}), ended('op_1', { outcome: 'unusable' })]],
  ])('is null where %s', (_, rows) => {
    expect(historyOf(rows)).toBeNull();
  });
});

describe('expectedTokens', () => {
  it('is never more than is held, nor more cached than there is', () => {
    const count = fc.nat(200_000);
    const arbitraryCall = fc.tuple(count, fc.integer({ min: 1, max: 20_000 }));
    const arbitrarySum = fc.tuple(count, count, count, count, count);
    fc.assert(
      fc.property(arbitraryCall, arbitrarySum, ([inputTokens, maxOutputTokens], sums) => {
        const [heldInput, heldOutput, input, cachedInput, output] = sums;
        const call: PlannedCall = {
          operation: 'parse',
          subjectId: 'doc_1',
          request: { model: 'gpt-5', instructions: '', input: '', maxOutputTokens },
          inputTokens,
          expectedOutputTokens: 1,
          leastOutputTokens: 1,
          otherModels: [],
        };
        const expected = expectedTokens(call, {
          calls: 1,
          heldInput,
          heldOutput,
          input,
          cachedInput,
          output,
        });
        expect(expected.inputTokens).toBeLessThanOrEqual(inputTokens);
        expect(expected.cachedInputTokens).toBeLessThanOrEqual(expected.inputTokens);
        expect(expected.outputTokens).toBeLessThanOrEqual(maxOutputTokens);
        expect(Object.values(expected).every((tokens) => Number.isInteger(tokens) && tokens >= 0)).toBe(true);
      }),
    );
  });
});
