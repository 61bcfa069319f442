import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { persist } from './persist.ts';

const away = new Error('the database is away');

beforeEach(() => vi.useFakeTimers({ toFake: ['setTimeout', 'performance'] }));
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Fails until `works`, and tells when it was tried. */
function attempts(works = () => false) {
  const triedAt: number[] = [];
  const attempt = async () => {
    triedAt.push(performance.now());
    if (!works()) throw away;
    return 'done';
  };
  return { attempt, triedAt };
}

const pausesOf = (triedAt: number[]) => triedAt.slice(1).map((at, index) => at - (triedAt[index] ?? 0));

describe('persist', () => {
  it('tries until it works', async () => {
    let isAway = true;
    const { attempt, triedAt } = attempts(() => !isAway);
    const persisting = persist(60_000, attempt);
    await vi.advanceTimersByTimeAsync(1_000);
    isAway = false;
    await vi.advanceTimersByTimeAsync(5_000);
    expect(await persisting).toBe('done');
    expect(triedAt.length).toBeGreaterThan(1);
  });

  it.each([0, 0.999])('waits longer each time, up to 5 s, whatever chance adds (%d)', async (chance) => {
    vi.spyOn(Math, 'random').mockReturnValue(chance);
    const { attempt, triedAt } = attempts();
    const persisting = persist(60_000, attempt).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(await persisting).toBe(away);
    const pauses = pausesOf(triedAt);
    expect(pauses).toEqual(pauses.toSorted((left, right) => left - right));
    expect(pauses[0]).toBeGreaterThanOrEqual(100);
    expect(pauses.at(-1)).toBeGreaterThanOrEqual(2_500);
    expect(Math.max(...pauses)).toBeLessThanOrEqual(5_000);
  });

  it('gives up within its time, with the last error', async () => {
    const { attempt, triedAt } = attempts();
    const persisting = persist(1_000, attempt).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await persisting).toBe(away);
    expect((triedAt.at(-1) ?? 0) - (triedAt[0] ?? 0)).toBeLessThanOrEqual(1_000);
  });

  it('gives up at once on what will not pass', async () => {
    const { attempt, triedAt } = attempts();
    await expect(persist(60_000, attempt, () => false)).rejects.toBe(away);
    expect(triedAt).toHaveLength(1);
  });
});
