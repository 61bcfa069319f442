import { describe, expect, it } from 'vitest';
import { readUsage } from './read-usage.ts';

const REPORTED = {
  input_tokens: 100,
  input_tokens_details: { cached_tokens: 64, cache_write_tokens: 0 },
  output_tokens: 20,
  output_tokens_details: { reasoning_tokens: 12 },
  total_tokens: 120,
};

describe('readUsage', () => {
  it('keeps cached tokens within input and reasoning tokens within output', () => {
    expect(readUsage(REPORTED)).toEqual({
      inputTokens: 100,
      cachedInputTokens: 64,
      outputTokens: 20,
      reasoningTokens: 12,
    });
  });

  it.each([
    ['is missing', null],
    ['has a negative count', { ...REPORTED, input_tokens: -1 }],
    ['has a fraction', { ...REPORTED, output_tokens: 1.5 }],
    ['has more cached than input', { ...REPORTED, input_tokens: 63 }],
    ['has more reasoning than output', { ...REPORTED, output_tokens: 11 }],
  ])('is null when usage %s', (_, reported) => {
    expect(readUsage(reported)).toBeNull();
  });
});
