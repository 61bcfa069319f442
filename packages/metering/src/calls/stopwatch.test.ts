import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { startStopwatch } from './stopwatch.ts';

/** Both clocks stand where they are put. */
function useClocks() {
  const clocks = { monotonic: 500, wall: Date.parse('2026-03-17T12:00:00Z') };
  const spies = [
    vi.spyOn(performance, 'now').mockImplementation(() => clocks.monotonic),
    vi.spyOn(Date, 'now').mockImplementation(() => clocks.wall),
  ];
  onTestFinished(() => {
    for (const spy of spies) spy.mockRestore();
  });
  return clocks;
}

describe('a stopwatch', () => {
  it.each([
    { case: 'both clocks moved on', monotonic: 1_200, wall: 1_200, passed: 1_200 },
    { case: 'the machine slept', monotonic: 200, wall: 90_200, passed: 90_200 },
    { case: 'the wall clock was set back', monotonic: 1_200, wall: -3_600_000, passed: 1_200 },
  ])('goes by the clock that is further on: $case', ({ monotonic, wall, passed }) => {
    const clocks = useClocks();
    const elapsed = startStopwatch();
    clocks.monotonic += monotonic;
    clocks.wall += wall;
    expect(elapsed()).toBe(passed);
  });
});
