import { describe, expect, it } from 'vitest';
import { fitsWithin } from './fits-within.ts';

describe('fitsWithin', () => {
  it.each([
    [{ name: 'Ada' }, 15],
    [{ list: ['a', 'bc'] }, 21],
    [{ name: undefined }, 3],
    ['text', 6],
    [null, 4],
  ])('takes %j for %i characters, with a comma after each value', (value, length) => {
    expect(fitsWithin(value, length)).toBe(true);
    expect(fitsWithin(value, length - 1)).toBe(false);
  });

  it('looks at no more of a list that stands in many places than it needs', () => {
    let reads = 0;
    const entry = {
      get summary() {
        reads += 1;
        return 'a'.repeat(1_000);
      },
    };
    expect(fitsWithin(Array<unknown>(100_000).fill(entry), 10_000)).toBe(false);
    expect(reads).toBeLessThanOrEqual(10);
  });
});
