import type { Load } from './measure-load.ts';

const FIGURES = ['scriptBytes', 'lcpMs', 'cls', 'inpMs'] as const satisfies (keyof Load)[];
type Figure = (typeof FIGURES)[number];

/** At most this much, and no more. */
export const BUDGET: Record<Figure, number> = { scriptBytes: 250_000, lcpMs: 1_500, cls: 0.02, inpMs: 150 };

export interface Judgement {
  median: Load;
  maximum: Load;
  /** What is over budget: scripts and shifts in the worst run, times in the median one, since the machine has a part in them. */
  over: Figure[];
}

export function judgeLoads(loads: Load[]): Judgement {
  const collect = (pick: (values: number[]) => number): Load => {
    const inpMs = loads.flatMap((load) => load.inpMs ?? []);
    return {
      scriptBytes: pick(loads.map(({ scriptBytes }) => scriptBytes)),
      lcpMs: pick(loads.map(({ lcpMs }) => lcpMs)),
      cls: pick(loads.map(({ cls }) => cls)),
      inpMs: inpMs.length > 0 ? pick(inpMs) : null,
    };
  };
  const median = collect(medianOf);
  const maximum = collect((values) => Math.max(...values));
  const judged: Load = { ...maximum, lcpMs: median.lcpMs, inpMs: median.inpMs };
  const over = FIGURES.filter((name) => (judged[name] ?? 0) > BUDGET[name]);
  return { median, maximum, over };
}

function medianOf(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, value) => sum + value, 0) / middle.length;
}
