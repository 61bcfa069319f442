import { describe, expect, it } from 'vitest';
import { barPlaces } from './bar-places.ts';

const forecast = {
  used: 1_000n,
  held: 500n,
  soFar: 1_500n,
  low: 2_500n,
  expected: 3_000n,
  high: 4_000n,
  limit: 10_000n,
  reachedAt: null,
  earliestAt: null,
};

describe('a bar of a forecast', () => {
  it('is as long as the limit, where it may not be reached', () => {
    expect(barPlaces(forecast)).toEqual({ used: 10, soFar: 15, low: 25, expected: 30, high: 40, limit: 100 });
  });

  it('is as long as what it may come to, where that is past the limit', () => {
    expect(barPlaces({ ...forecast, limit: 2_000n })).toMatchObject({ limit: 50, expected: 75, high: 100 });
  });

  it('has no limit where there is none, and is drawn of nothing as well', () => {
    expect(barPlaces({ ...forecast, limit: null })).toMatchObject({ used: 25, high: 100, limit: null });
    const nothing = { used: 0n, held: 0n, soFar: 0n, low: 0n, expected: 0n, high: 0n };
    expect(barPlaces({ ...forecast, ...nothing, limit: 0n })).toMatchObject({ high: 0, limit: 0 });
  });

  it('begins at nothing where more was given back than used', () => {
    expect(barPlaces({ ...forecast, used: -20n, soFar: -20n })).toMatchObject({ used: 0, soFar: 0 });
  });
});
