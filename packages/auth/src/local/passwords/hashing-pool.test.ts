import { describe, expect, it } from 'vitest';
import { isPoolFull, PoolIsFull, runWithinPool } from './hashing-pool.ts';

describe('runWithinPool', () => {
  it('never runs more than two at a time, and runs all, failures included', async () => {
    let running = 0;
    let mostRunning = 0;
    const work = async (index: number): Promise<number> => {
      running += 1;
      mostRunning = Math.max(mostRunning, running);
      await new Promise((resolve) => setImmediate(resolve));
      running -= 1;
      if (index % 3 === 0) throw new Error('fails');
      return index;
    };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 9 }, (_, index) => runWithinPool(() => work(index))),
    );
    expect(mostRunning).toBe(2);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(6);
    expect(await runWithinPool(async () => 'still open')).toBe('still open');
  });

  it('lets twenty wait behind two, turns the next away at once, and has room again', async () => {
    const { promise: opened, resolve: open } = Promise.withResolvers<void>();
    const inside = Array.from({ length: 22 }, () => runWithinPool(() => opened));
    expect(isPoolFull()).toBe(true);
    let wasBegun = false;
    const begin = async () => {
      wasBegun = true;
    };
    await expect(runWithinPool(begin)).rejects.toBeInstanceOf(PoolIsFull);
    expect(wasBegun).toBe(false);
    open();
    await Promise.all(inside);
    expect(isPoolFull()).toBe(false);
    await runWithinPool(begin);
    expect(wasBegun).toBe(true);
  });
});
