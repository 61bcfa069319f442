import { expect, it } from 'vitest';
import { pauseMs } from './pause.ts';

it('who has lost a race pauses for up to as long as a try takes, and shorter with each try', () => {
  expect(pauseMs({ tries: 1, stalls: 0, tookMs: 40 }, 0)).toBe(0);
  expect(pauseMs({ tries: 1, stalls: 0, tookMs: 40 }, 1)).toBe(40);
  expect(pauseMs({ tries: 4, stalls: 0, tookMs: 40 }, 1)).toBe(20);
  expect(pauseMs({ tries: 100, stalls: 0, tookMs: 40 }, 1)).toBe(4);
});

it('no lost race is followed by more than a quarter of a second', () => {
  expect(pauseMs({ tries: 1, stalls: 0, tookMs: 9_000 }, 1)).toBe(250);
});

it('where nobody lands pauses double up to half a second, of which at least half is waited for', () => {
  const pauses = (random: number) =>
    [1, 2, 3, 4, 5, 6].map((stalls) => pauseMs({ tries: stalls + 1, stalls, tookMs: 2 }, random));
  expect(pauses(1)).toEqual([50, 100, 200, 400, 500, 500]);
  expect(pauses(0)).toEqual([25, 50, 100, 200, 250, 250]);
});
