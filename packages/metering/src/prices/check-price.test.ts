import { AppError } from '@resumint/errors';
import { describe, expect, it } from 'vitest';
import { checkPrice } from './check-price.ts';
import { OPENAI_PRICES } from './openai-prices.ts';
import type { Price, PriceBand } from './price.ts';

const NOW = Date.UTC(2026, 10, 22);
const known = { now: NOW, known: OPENAI_PRICES };

const band = (aboveInputTokens: number, [input, cached, output]: [bigint, bigint, bigint]): PriceBand => ({
  aboveInputTokens,
  inputNanosPerMillion: input,
  cachedInputNanosPerMillion: cached,
  outputNanosPerMillion: output,
});

const priceOf = (changes: Partial<Price> = {}): Price => ({
  model: 'gpt-4.1-mini',
  version: '2026-11-22',
  effectiveAt: NOW,
  bands: [band(0, [400n, 100n, 1_600n]), band(1_000, [400n, 200n, 1_600n])],
  source: 'a test',
  ...changes,
});

describe('checkPrice', () => {
  it.each([
    ['from now on', priceOf()],
    ['from later on', priceOf({ effectiveAt: NOW + 1 })],
    ['of a model that has none', priceOf({ model: 'gpt-9', version: '2025-04-14' })],
    ['with a free cache', priceOf({ bands: [band(0, [1n, 0n, 1n])] })],
  ])('lets a price %s be added', (_, price) => {
    expect(checkPrice(price, known)).toEqual(price);
  });

  const refused: [string, Partial<Price>, RegExp][] = [
    ['the past', { effectiveAt: NOW - 1 }, /now or later/],
    ['a version that is there', { version: '2025-04-14' }, /has a version 2025-04-14 already/],
    ['a first band above nothing', { bands: [band(1, [1n, 1n, 1n])] }, /first band/],
    [
      'bands that do not ascend',
      { bands: [band(0, [1n, 1n, 1n]), band(0, [1n, 1n, 1n])] },
      /more input tokens/,
    ],
    [
      'a cheaper band for longer prompts',
      { bands: [band(0, [2n, 1n, 2n]), band(9, [2n, 1n, 1n])] },
      /no less/,
    ],
    ['input for nothing', { bands: [band(0, [0n, 0n, 1n])] }, /more than nothing/],
    ['output for nothing', { bands: [band(0, [1n, 0n, 0n])] }, /more than nothing/],
    ['less than nothing for the cache', { bands: [band(0, [1n, -1n, 1n])] }, /no less than nothing/],
    ['a cache that is dearer', { bands: [band(0, [1n, 2n, 1n])] }, /no more than other input/],
  ];
  it.each(refused)('refuses %s', (_, changes, message) => {
    expect(() => checkPrice(priceOf(changes), known)).toThrow(AppError);
    expect(() => checkPrice(priceOf(changes), known)).toThrow(message);
  });

  it('refuses a second price from the same time on', () => {
    const first = priceOf({ effectiveAt: NOW + 5 });
    const second = priceOf({ effectiveAt: NOW + 5, version: 'another' });
    expect(() => checkPrice(second, { now: NOW, known: [first] })).toThrow(/version 2026-11-22/);
  });

  it.each(OPENAI_PRICES.map((price) => [`${price.model}@${price.version}`, price] as const))(
    'would have taken %s, so that its hold is enough',
    (_, price) => {
      expect(checkPrice(price, { now: price.effectiveAt, known: [] })).toBe(price);
    },
  );
});
