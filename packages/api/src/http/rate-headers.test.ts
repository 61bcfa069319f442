import type { LimitDenial } from '@resumint/errors';
import type { UsageOfLimit } from '@resumint/metering';
import { describe, expect, it } from 'vitest';
import { denialHeaders, rateHeaders, retryHeaders } from './rate-headers.ts';

const now = new Date('2026-03-10T18:00:00.500Z');
const day = { startsAt: new Date('2026-03-10T00:00:00Z'), resetsAt: new Date('2026-03-11T00:00:00Z') };
const month = { startsAt: new Date('2026-03-01T00:00:00Z'), resetsAt: new Date('2026-04-01T00:00:00Z') };

const of = (limit: bigint, used: bigint, held = 0n): UsageOfLimit => ({
  limit,
  used,
  held,
  remaining: limit - used - held,
  percentUsed: Number((used * 100n) / limit),
  percentHeld: Number((held * 100n) / limit),
  isNear: false,
});
const unlimited: UsageOfLimit = {
  limit: null,
  used: 7n,
  held: 0n,
  remaining: null,
  percentUsed: null,
  percentHeld: null,
  isNear: false,
};

const denial: LimitDenial = {
  limit: 'tokensPerDay',
  unit: 'tokens',
  allowed: 10_000n,
  used: 9_000n,
  held: 500n,
  requested: 2_000n,
  remaining: 500n,
  window: { startsAt: day.startsAt, endsAt: day.resetsAt },
  resetsAt: day.resetsAt,
  zone: 'UTC',
  waysThrough: [],
};

describe('the limits of an admitted call', () => {
  it('are each a policy, and the fullest of them binds', () => {
    const windows = {
      day: { ...day, tokens: of(10_000n, 2_000n), cost: of(5_000_000_000n, 5_000n) },
      month: { ...month, tokens: of(100_000n, 60_000n), cost: of(50_000_000_000n, 5_000n) },
    };
    expect(rateHeaders(windows, now)).toEqual({
      'RateLimit-Policy':
        '"tokens-per-day";q=10000;w=86400, "nanodollars-per-day";q=5000000000;w=86400, ' +
        '"tokens-per-month";q=100000;w=2678400, "nanodollars-per-month";q=50000000000;w=2678400',
      RateLimit: '"tokens-per-month";r=40000;t=1836000',
    });
  });

  it('bind by what is held, too', () => {
    const windows = {
      day: { ...day, tokens: of(10_000n, 2_000n, 7_000n), cost: unlimited },
      month: { ...month, tokens: of(100_000n, 60_000n), cost: unlimited },
    };
    expect(rateHeaders(windows, now)).toMatchObject({ RateLimit: '"tokens-per-day";r=1000;t=21600' });
  });

  it('are named nowhere where none exists', () => {
    const windows = {
      day: { ...day, tokens: unlimited, cost: unlimited },
      month: { ...month, tokens: unlimited, cost: unlimited },
    };
    expect(rateHeaders(windows, now)).toEqual({});
  });

  it('are given as the greatest that a structured field can hold where they are greater', () => {
    const most = 10n ** 18n - 1n;
    const windows = {
      day: { ...day, tokens: of(most, 1n), cost: unlimited },
      month: { ...month, tokens: unlimited, cost: unlimited },
    };
    expect(rateHeaders(windows, now)).toEqual({
      'RateLimit-Policy': '"tokens-per-day";q=999999999999999;w=86400',
      RateLimit: '"tokens-per-day";r=999999999999999;t=21600',
    });
  });
});

describe('a denial', () => {
  it('names its limit as policy and state, and when to come back, rounded up', () => {
    expect(denialHeaders(denial, now)).toEqual({
      'RateLimit-Policy': '"tokens-per-day";q=10000;w=86400',
      RateLimit: '"tokens-per-day";r=500;t=21600',
      'Retry-After': '21600',
    });
  });

  it('has no time to come back where none helps', () => {
    expect(denialHeaders({ ...denial, resetsAt: null }, now)).toEqual({
      'RateLimit-Policy': '"tokens-per-day";q=10000;w=86400',
      RateLimit: '"tokens-per-day";r=500',
    });
  });

  it('by calls at once has no window', () => {
    const inFlight = { ...denial, limit: 'inFlight' as const, allowed: 8n, remaining: 0n, window: null };
    expect(denialHeaders(inFlight, now)).toMatchObject({
      'RateLimit-Policy': '"calls-at-once";q=8',
      RateLimit: '"calls-at-once";r=0;t=21600',
    });
  });
});

it('a time to come back that has passed is now', () => {
  expect(retryHeaders(new Date(now.getTime() - 5_000), now)).toEqual({ 'Retry-After': '0' });
});
