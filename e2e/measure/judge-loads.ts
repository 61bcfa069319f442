import type { Load } from './measure-load.ts';

/** At most this much, and no more. */
export const BUDGET: Load = { scriptBytes: 250_000, lcpMs: 1_500, cls: 0.02 };

export interface Judgement {
  median: Load;
  maximum: Load;
  /** What is over budget: scripts and shifts in the worst run, paint in the median one, since the machine has a part in it. */
  over: (keyof Load)[];
}

export function judgeLoads(loads: Load[]): Judgement {
  const collect = (pick: (values: number[]) => number): Load => ({
    scriptBytes: pick(loads.map(({ scriptBytes }) => scriptBytes)),
    lcpMs: pick(loads.map(({ lcpMs }) => lcpMs)),
    cls: pick(loads.map(({ cls }) => cls)),
  });
  const median = collect(medianOf);
  const maximum = collect((values) => Math.max(...values));
  const judged: Load = { ...maximum, lcpMs: median.lcpMs };
  const over = (['scriptBytes', 'lcpMs', 'cls'] as const).filter((name) => judged[name] > BUDGET[name]);
  return { median, maximum, over };
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
