import { describe, expect, it } from 'vitest';
import { formatSeconds, formatTime } from './format-time.ts';

describe('formatTime', () => {
  it('shows the clock of the zone, and names it', () => {
    expect(formatTime(new Date('2026-03-17T23:00:00Z'), 'Europe/Berlin')).toBe(
      '18 Mar 2026, 00:00 Europe/Berlin',
    );
  });
});

it('shows seconds where they are asked for', () => {
  expect(formatSeconds(new Date('2026-03-17T23:00:09Z'), 'Europe/Berlin')).toBe('18 Mar 2026, 00:00:09');
});
