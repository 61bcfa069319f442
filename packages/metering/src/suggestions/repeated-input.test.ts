import { describe, expect, it } from 'vitest';
import { recentCall } from '../../testing/usage-rows.ts';
import { repeatedInput } from './repeated-input.ts';

const HOUR_MS = 3_600_000;
const START = Date.parse('2026-03-17T00:00:00Z');
const hourly = (count: number, changes: Parameters<typeof recentCall>[0] = {}) =>
  Array.from({ length: count }, (_, hour) => recentCall({ at: START + hour * HOUR_MS, ...changes }));

describe('what a cache would have served', () => {
  it('is each call but the first of a day that asked the same', () => {
    expect(repeatedInput(hourly(24))).toEqual({
      calls: 23,
      callsOfOperation: 24,
      savedNanos: 23n * 640_000n,
    });
  });

  it('is no call whose answer is no longer kept, which is kept anew', () => {
    expect(repeatedInput(hourly(48))).toEqual({
      calls: 46,
      callsOfOperation: 48,
      savedNanos: 46n * 640_000n,
    });
  });

  it.each([
    { name: 'fewer than 20 of them', calls: hourly(20) },
    {
      name: 'calls that each ask something else',
      calls: hourly(40).map((call, index) => ({ ...call, payloadHash: `of ${index}` })),
    },
    {
      name: 'calls that ask the same of two models in turn, too few of each',
      calls: hourly(20).map((call, index) => ({ ...call, model: `model ${index % 2}` })),
    },
    {
      name: 'a call a day',
      calls: hourly(40).map((call, index) => ({ ...call, at: START + index * 24 * HOUR_MS })),
    },
  ])('is nothing to speak of for $name', ({ calls }) => {
    expect(repeatedInput(calls)).toBeNull();
  });
});
