import { encode } from 'gpt-tokenizer/encoding/o200k_base';
import { describe, expect, it } from 'vitest';
import { countTokens, splitTokens } from './count-tokens.ts';

const TEXTS = {
  prose:
    'Ada Lovelace wrote the first program, and didn’t stop there. It was 1843; she wasn’t 28 yet.\n\n- Notes\n',
  json: JSON.stringify(
    { basics: { name: 'Ada', url: 'https://example.com/a' }, work: [{ startDate: '2020-01' }] },
    null,
    2,
  ),
  other: 'Инженер-программист, 東京で働いています。 Zürich 👩‍👩‍👧 naïve café',
  control: 'a <|endoftext|> b',
};

describe('counting tokens', () => {
  it.each(Object.entries(TEXTS))('comes within a twentieth of the tokenizer on %s', (_, text) => {
    const exact = encode(text, { disallowedSpecial: new Set() }).length;
    expect(Math.abs(countTokens(text) - exact)).toBeLessThanOrEqual(Math.max(1, exact / 20));
  });

  it.each(Object.entries(TEXTS))('splits %s into pieces that join to it and sum to its count', (_, text) => {
    const pieces = [...splitTokens(text)];
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.reduce((sum, piece) => sum + piece.tokens, 0)).toBe(countTokens(text));
  });

  it('gets through a long run of one letter', () => {
    expect(countTokens('a'.repeat(1_000_000))).toBeGreaterThan(0);
  });
});
