import { describe, expect, it } from 'vitest';
import { withinPool } from './reading-pool.ts';

describe('the pool of file readers', () => {
  it('reads two at a time, every one that waits, and refuses when too many wait', async () => {
    const gates: (() => void)[] = [];
    let most = 0;
    let now = 0;
    const read = async () => {
      now += 1;
      most = Math.max(most, now);
      await new Promise<void>((resolve) => gates.push(resolve));
      now -= 1;
      return 'read';
    };
    const readings = Array.from({ length: 52 }, () => withinPool(read));
    await expect(withinPool(read)).rejects.toMatchObject({ code: 'unavailable' });
    const all = Promise.all(readings);
    let isDone = false;
    void all.then(() => (isDone = true));
    while (!isDone) {
      for (const open of gates.splice(0)) open();
      await Promise.resolve();
    }
    expect(await all).toEqual(Array.from({ length: 52 }, () => 'read'));
    expect(most).toBe(2);
  });

  it('gives its place to the next when a reading fails', async () => {
    await expect(withinPool(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    await expect(withinPool(() => Promise.resolve('read'))).resolves.toBe('read');
  });
});
