import { describe, expect, it } from 'vitest';
import type { Analytics } from './answers.ts';
import { usageChart } from './usage-chart.ts';

const counted = (calls: number) => ({
  calls,
  notMade: 0,
  tokens: calls * 10,
  costNanos: BigInt(calls) * 100n,
});
const usage: Pick<Analytics, 'groups' | 'buckets' | 'undated' | 'total'> = {
  total: counted(6),
  groups: [
    { name: 'adjustment', total: counted(0), previousTotal: counted(0) },
    { name: 'resume.parse', total: counted(6), previousTotal: counted(1) },
  ],
  buckets: [
    { from: '2026-03-01', total: counted(0), parts: [] },
    { from: '2026-03-02', total: counted(6), parts: [{ group: 1, ...counted(6) }] },
  ],
  undated: [{ group: 0, calls: 0, notMade: 0, tokens: 0, costNanos: -100n }],
};

describe('usage as a chart', () => {
  it.each([
    ['cost', [null, 600n], 600n],
    ['tokens', [null, 60n], 60n],
    ['calls', [null, 6n], 6n],
  ] as const)('has %s of each group on each day, and of no day', (unit, amounts, total) => {
    const chart = usageChart(usage, { step: 'day', grouping: 'operation', unit });
    expect(chart.series.map(({ name }) => name)).toEqual(['Adjusted by an admin', 'Read a resume']);
    expect(chart.points[0]).toMatchObject({ title: '1 Mar 2026', amounts: [null, null], total: 0n });
    expect(chart.points[1]).toMatchObject({ label: '2 Mar', amounts, total });
    expect(chart.points[2]?.title).toBe('Of no single day');
    expect(chart.totals?.total).toBe(total);
  });

  it('names months, models and outcomes', () => {
    const first = (step: 'day' | 'month', grouping: 'model' | 'outcome') => {
      const group = {
        name: grouping === 'model' ? 'gpt-5' : 'failed',
        total: counted(1),
        previousTotal: counted(0),
      };
      const { points, series } = usageChart({ ...usage, groups: [group] }, { step, grouping, unit: 'cost' });
      return [points[0]?.title, series[0]?.name];
    };
    expect(first('month', 'model')).toEqual(['Mar 2026', 'gpt-5']);
    expect(first('day', 'outcome')).toEqual(['1 Mar 2026', 'Failed, not charged']);
  });
});
