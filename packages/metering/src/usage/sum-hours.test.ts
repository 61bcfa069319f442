import { expect, it } from 'vitest';
import { sumHours } from './sum-hours.ts';

const row = (startsAt: string) => ({ startsAt: new Date(startsAt), calls: 1, tokens: 10, costNanos: 7n });

it.each([
  { zone: 'UTC', at: '2026-03-17T00:00:00Z', hour: 0 },
  { zone: 'Europe/Berlin', at: '2026-03-17T22:45:00Z', hour: 23 },
  { zone: 'Europe/Berlin', at: '2026-03-17T23:00:00Z', hour: 0 },
  // Clocks go from 2 to 3, and back from 3 to 2.
  { zone: 'Europe/Berlin', at: '2026-03-29T01:00:00Z', hour: 3 },
  { zone: 'Europe/Berlin', at: '2026-10-25T00:30:00Z', hour: 2 },
  { zone: 'Europe/Berlin', at: '2026-10-25T01:30:00Z', hour: 2 },
  { zone: 'Asia/Kathmandu', at: '2026-03-17T18:15:00Z', hour: 0 },
  { zone: 'Asia/Kathmandu', at: '2026-03-17T18:00:00Z', hour: 23 },
])('a quarter that begins at $at is in hour $hour in $zone', ({ zone, at, hour }) => {
  const hours = sumHours([row(at)], zone);
  expect(hours).toHaveLength(24);
  expect(hours.filter(({ calls }) => calls > 0)).toEqual([{ hour, calls: 1, tokens: 10, costNanos: 7n }]);
});

it('the quarters of all days add up', () => {
  const hours = sumHours(
    [row('2026-03-17T09:00:00Z'), row('2026-03-17T09:45:00Z'), row('2026-03-18T09:15:00Z')],
    'UTC',
  );
  expect(hours[9]).toEqual({ hour: 9, calls: 3, tokens: 30, costNanos: 21n });
});
