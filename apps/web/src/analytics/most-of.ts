import type { Chart } from './chart.ts';

/** The point at which most was, of the total where there is one, else of the first series. */
export function mostOf({ points }: Pick<Chart, 'points'>): { title: string; amount: bigint } | null {
  return points.reduce<{ title: string; amount: bigint } | null>((most, point) => {
    const amount = point.total ?? point.amounts[0] ?? null;
    return amount !== null && (most === null || amount > most.amount) ? { title: point.title, amount } : most;
  }, null);
}
