import { expect, it } from 'vitest';
import { typicalCall } from './typical-call.ts';

it('is the mean of what calls took and were held for, of which the latter is rounded up', () => {
  const history = {
    calls: 3,
    heldInput: 4_000,
    heldOutput: 902,
    input: 3_700,
    cachedInput: 500,
    output: 301,
  };
  expect(typicalCall(history)).toEqual({
    used: { inputTokens: 1_233, cachedInputTokens: 166, outputTokens: 100, reasoningTokens: 0 },
    held: { inputTokens: 1_334, cachedInputTokens: 0, outputTokens: 301, reasoningTokens: 0 },
  });
});
