import { expect, it } from 'vitest';
import { interactionToNextPaint } from './interaction-to-next-paint.ts';

it.each([
  { name: 'nothing was told of', events: [], inp: 16 },
  {
    name: 'the longest event counts',
    events: [
      { interactionId: 1, duration: 24 },
      { interactionId: 2, duration: 160 },
    ],
    inp: 160,
  },
  {
    name: 'what is no interaction does not',
    events: [
      { interactionId: 0, duration: 900 },
      { interactionId: 3, duration: 40 },
    ],
    inp: 40,
  },
])('$name', ({ events, inp }) => {
  expect(interactionToNextPaint(events)).toBe(inp);
});
