import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchCall } from './watch-call.ts';

const LIMITS = { timeoutMs: 1_000, idleTimeoutMs: 100 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function startedWatch(caller = new AbortController()) {
  const watch = watchCall(caller.signal, LIMITS);
  watch.start();
  return { caller, watch };
}

describe('watchCall', () => {
  it('stops a call that hears nothing', () => {
    const { watch } = startedWatch();
    vi.advanceTimersByTime(100);
    expect(watch.stoppedBy()).toBe('idle');
    expect(watch.signal.aborted).toBe(true);
  });

  it('stops a call that hears something all the time at the end of its time', () => {
    const { watch } = startedWatch();
    for (let heard = 0; heard < 20; heard += 1) {
      watch.touch();
      vi.advanceTimersByTime(99);
    }
    expect(watch.stoppedBy()).toBe('timeout');
  });

  it('lets no idle time pass while its reader is busy', () => {
    const { watch } = startedWatch();
    watch.pause();
    vi.advanceTimersByTime(999);
    expect(watch.stoppedBy()).toBeNull();
  });

  it('stops with its caller', () => {
    const { caller, watch } = startedWatch();
    caller.abort();
    expect(watch.stoppedBy()).toBe('caller');
    expect(watch.signal.aborted).toBe(true);
  });

  it('is stopped from the start when its caller already is', () => {
    const caller = new AbortController();
    caller.abort();
    expect(startedWatch(caller).watch.stoppedBy()).toBe('caller');
  });

  it('remembers the first reason', () => {
    const { caller, watch } = startedWatch();
    vi.advanceTimersByTime(100);
    caller.abort();
    expect(watch.stoppedBy()).toBe('idle');
  });

  it('leaves no timer behind at its end, and closes the connection without a reason', () => {
    const { watch } = startedWatch();
    watch.end();
    expect(vi.getTimerCount()).toBe(0);
    expect(watch.signal.aborted).toBe(true);
    expect(watch.stoppedBy()).toBeNull();
  });
});
