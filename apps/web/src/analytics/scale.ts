import type { Chart } from './chart.ts';
import type { Unit } from './units.ts';

export interface Scale {
  from: number;
  to: number;
  /** From the bottom up. */
  ticks: number[];
}

const MOST_STEPS = 4;
/** How far an axis goes on which nothing is drawn: a cent, in nano-dollars. */
const OF_NOTHING = { cost: 10_000_000, tokens: 100, calls: 1 } as const satisfies Record<Unit, number>;

/** Where an amount is drawn. A picture has no nano-dollars to lose. */
export function toCoordinate(amount: bigint): number {
  return Number(amount);
}

/** An axis that holds all that is drawn and zero, with few round ticks. */
export function scaleOf({ points, series, limit, unit }: Chart): Scale {
  const extremes = points.flatMap(({ amounts }) => {
    const drawn = amounts.map((amount) => (amount === null ? 0 : toCoordinate(amount)));
    const bars = drawn.filter((_amount, index) => series[index]?.mark === 'bar');
    return [...drawn, sumOf(bars.filter((bar) => bar > 0)), sumOf(bars.filter((bar) => bar < 0))];
  });
  const highest = Math.max(0, ...extremes, limit ? toCoordinate(limit.amount) : 0);
  const lowest = Math.min(0, ...extremes);
  if (highest === lowest) return { from: 0, to: OF_NOTHING[unit], ticks: [0, OF_NOTHING[unit]] };
  const step = roundUp((highest - lowest) / MOST_STEPS);
  const from = Math.floor(lowest / step) * step;
  const to = Math.ceil(highest / step) * step;
  const count = Math.round((to - from) / step);
  return { from, to, ticks: Array.from({ length: count + 1 }, (_, index) => from + index * step) };
}

/** The next of 1, 2, 5, 10, 20 and so on, which all amounts can be shown in. */
function roundUp(step: number): number {
  if (step <= 1) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(step));
  return magnitude * ([1, 2, 5, 10].find((factor) => step <= factor * magnitude) ?? 10);
}

function sumOf(amounts: number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0);
}
