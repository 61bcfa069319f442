import { expect, it } from 'vitest';
import { formatDuration } from './format-duration.ts';

const [SECOND, MINUTE, HOUR, DAY] = [1_000, 60_000, 3_600_000, 86_400_000];

it.each([
  [-5, '0 sec'],
  [0, '0 sec'],
  [40 * SECOND + 999, '40 sec'],
  [MINUTE, '1 min'],
  [12 * MINUTE + 59 * SECOND, '12 min'],
  [HOUR, '1 hr'],
  [5 * HOUR + 12 * MINUTE, '5 hr 12 min'],
  [DAY + 59 * MINUTE, '1 day'],
  [8 * DAY + 9 * HOUR, '8 days 9 hr'],
])('shows %d ms as %s', (ms, text) => expect(formatDuration(ms)).toBe(text));
