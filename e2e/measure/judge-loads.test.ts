import { describe, expect, it } from 'vitest';
import { BUDGET, judgeLoads } from './judge-loads.ts';

const good = { scriptBytes: 200_000, lcpMs: 400, cls: 0, inpMs: null };

describe('judgeLoads', () => {
  it('gives median and maximum of each figure', () => {
    const loads = [100, 900, 300, 200].map((lcpMs, index) => ({ ...good, lcpMs, cls: index / 1_000 }));
    expect(judgeLoads(loads)).toEqual({
      median: { ...good, lcpMs: 250, cls: 0.0015 },
      maximum: { ...good, lcpMs: 900, cls: 0.003 },
      over: [],
    });
  });

  it('lets the budget itself pass', () => {
    expect(judgeLoads([BUDGET]).over).toEqual([]);
  });

  it('judges scripts and shifts by the worst run', () => {
    expect(judgeLoads([good, good, { ...good, scriptBytes: 250_001, cls: 0.021 }]).over).toEqual([
      'scriptBytes',
      'cls',
    ]);
  });

  it('judges the paint by the median run', () => {
    expect(judgeLoads([good, good, { ...good, lcpMs: 9_000 }]).over).toEqual([]);
    const slow = { ...good, lcpMs: 1_501 };
    expect(judgeLoads([good, slow, slow]).over).toEqual(['lcpMs']);
  });

  it('judges interactions by the median of the runs that have any', () => {
    const [quick, slow] = [
      { ...good, inpMs: 40 },
      { ...good, inpMs: 151 },
    ];
    expect(judgeLoads([good, quick, quick, slow])).toMatchObject({ median: { inpMs: 40 }, over: [] });
    expect(judgeLoads([quick, slow, slow]).over).toEqual(['inpMs']);
    expect(judgeLoads([good]).median.inpMs).toBeNull();
  });
});
