import { describe, expect, it } from 'vitest';
import { bindingLimit } from './binding-limit.ts';
import type { LimitForecast } from './forecast.ts';

const at = (hour: number) => new Date(Date.UTC(2026, 2, 17, hour));
const limitOf = (changes: Partial<LimitForecast> = {}): LimitForecast => ({
  used: 0n,
  held: 0n,
  soFar: 0n,
  limit: 100n,
  low: 10n,
  expected: 10n,
  high: 10n,
  reachedAt: null,
  earliestAt: null,
  ...changes,
});
const windowsOf = (changes: Partial<Record<'tokens' | 'cost' | 'monthTokens', Partial<LimitForecast>>>) => {
  const bounds = { startsAt: at(0), endsAt: at(24) };
  return {
    day: { ...bounds, tokens: limitOf(changes.tokens), cost: limitOf(changes.cost) },
    month: { ...bounds, tokens: limitOf(changes.monthTokens), cost: limitOf() },
  };
};

describe('the limit that binds', () => {
  it('is the one that is expected to be reached first, however full others are', () => {
    const windows = windowsOf({
      tokens: { expected: 900n, reachedAt: at(20), earliestAt: at(9) },
      cost: { expected: 101n, reachedAt: at(18), earliestAt: at(17) },
      monthTokens: { expected: 99n, earliestAt: at(3) },
    });
    expect(bindingLimit(windows)).toBe('costPerDay');
  });

  it('is one that may be reached, where none is expected to', () => {
    const windows = windowsOf({ cost: { expected: 99n }, monthTokens: { earliestAt: at(23) } });
    expect(bindingLimit(windows)).toBe('tokensPerMonth');
  });

  it('is else the one that would be filled most, in shares of it', () => {
    const windows = windowsOf({
      cost: { expected: 60n, limit: 100n },
      tokens: { expected: 70n, limit: 1_000n },
    });
    expect(bindingLimit(windows)).toBe('costPerDay');
  });

  it('is none where there is no limit', () => {
    const bounds = { startsAt: at(0), endsAt: at(24) };
    const window = { ...bounds, tokens: limitOf({ limit: null }), cost: limitOf({ limit: null }) };
    expect(bindingLimit({ day: window, month: window })).toBeNull();
  });
});
