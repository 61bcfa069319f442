import { expect, it } from 'vitest';
import { cumulativeLayoutShift } from './layout-shift.ts';

const shift = (startTime: number, value: number, hadRecentInput = false) => ({
  startTime,
  value,
  hadRecentInput,
});

it.each([
  { name: 'nothing moves', shifts: [], cls: 0 },
  { name: 'a burst adds up', shifts: [shift(100, 0.25), shift(900, 0.5)], cls: 0.75 },
  { name: 'a gap of a second begins another', shifts: [shift(100, 0.25), shift(1_100, 0.5)], cls: 0.5 },
  { name: 'the largest burst counts', shifts: [shift(100, 0.5), shift(2_000, 0.25)], cls: 0.5 },
  {
    name: 'no burst lasts longer than five seconds',
    shifts: [0, 900, 1_800, 2_700, 3_600, 4_500, 5_400].map((at) => shift(at, 0.125)),
    cls: 0.75,
  },
  { name: 'what follows an input is wanted', shifts: [shift(100, 0.5, true), shift(200, 0.25)], cls: 0.25 },
])('$name', ({ shifts, cls }) => {
  expect(cumulativeLayoutShift(shifts)).toBe(cls);
});
