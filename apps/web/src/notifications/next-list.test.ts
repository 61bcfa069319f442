import { expect, it } from 'vitest';
import { nextListMs } from './next-list.ts';

const now = new Date('2026-03-17T22:59:50Z');
const quiet = { isMoreComing: false, nextAt: null, now };

it.each([
  { what: 'rarely while nothing happens', data: quiet, ms: 60_000 },
  { what: 'soon while one is on its way', data: { ...quiet, isMoreComing: true }, ms: 1_500 },
  {
    what: 'right after a window ends of which one tells',
    data: { ...quiet, nextAt: new Date('2026-03-17T23:00:00Z') },
    ms: 11_000,
  },
  {
    what: 'no later because a window ends much later',
    data: { ...quiet, nextAt: new Date('2026-03-31T23:00:00Z') },
    ms: 60_000,
  },
  { what: 'rarely before the first answer', data: undefined, ms: 60_000 },
])('asks $what', ({ data, ms }) => {
  expect(nextListMs({ data, hasFailed: false })).toBe(ms);
});

it('asks again after a failure, whatever was known before', () => {
  expect(nextListMs({ data: { ...quiet, isMoreComing: true }, hasFailed: true })).toBe(8_000);
});
