import { expect, it } from 'vitest';
import { localTime } from './local-time.ts';

it.each([
  ['2026-03-17T23:30:05.999Z', 'Europe/Berlin', '2026-03-18 00:30:05'],
  ['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25 02:30:00'],
  ['2026-10-25T01:30:00Z', 'Europe/Berlin', '2026-10-25 02:30:00'],
  ['2026-01-01T00:00:00Z', 'UTC', '2026-01-01 00:00:00'],
  ['2026-01-01T00:00:00Z', 'Asia/Kathmandu', '2026-01-01 05:45:00'],
])('%s in %s is %s', (at, zone, text) => {
  expect(localTime(new Date(at), zone)).toBe(text);
});
