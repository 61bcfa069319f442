import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { learnPace } from './learn-pace.ts';
import { project } from './project.ts';

const TODAY = 20_529;
const DAYS_AHEAD = 20;
const TRIALS = 500;

/** The share of people whose days to come added up to what is within their band. */
function shareWithinBand(days: number, amount: fc.Arbitrary<number>): number {
  const drawn = fc.sample(amount, { seed: 7, numRuns: (days + DAYS_AHEAD) * TRIALS });
  const ahead = Array.from({ length: DAYS_AHEAD }, (_, index) => ({ day: TODAY + index, share: 1 }));
  const within = Array.from({ length: TRIALS }, (_, trial) => {
    const own = drawn.slice(trial * (days + DAYS_AHEAD), (trial + 1) * (days + DAYS_AHEAD));
    const pace = learnPace(own.slice(0, days), TODAY);
    const outlook = pace && project(pace, ahead).at(-1);
    const total = own.slice(days).reduce((sum, tokens) => sum + tokens, 0);
    return outlook != null && total >= outlook.low && total <= outlook.high;
  });
  return within.filter(Boolean).length / TRIALS;
}

describe('the band holds about four outcomes of five', () => {
  const even = fc.noBias(fc.integer({ min: 0, max: 999 }));
  /** No use on most days, and much on some. */
  const rare = fc.noBias(fc.integer({ min: 0, max: 9 })).map((one) => (one > 6 ? one ** 3 : 0));

  it.each([
    { name: 'eight weeks, by weekday', days: 56, amount: even },
    { name: 'three weeks', days: 21, amount: even },
    { name: 'eight weeks of use on few days', days: 56, amount: rare },
  ])('after $name', ({ days, amount }) => {
    const share = shareWithinBand(days, amount);
    expect(share).toBeGreaterThan(0.73);
    expect(share).toBeLessThan(0.87);
  });
});

it('is wider the less it was learned from', () => {
  const widthAfter = (weeks: number) => {
    const pace = learnPace(
      Array.from({ length: weeks * 6 }, (_, index) => (index % 2) * 100),
      TODAY,
    );
    const [outlook] = pace ? project(pace, [{ day: TODAY, share: 1 }]) : [];
    return outlook ? outlook.high - outlook.expected : 0;
  };
  expect(widthAfter(1)).toBeGreaterThan(widthAfter(2));
  expect(widthAfter(2)).toBeGreaterThan(widthAfter(4));
});
