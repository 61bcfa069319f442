import type { Size } from './plan-people.ts';
import { randomOf } from './random.ts';

const BLOCK = 16;
const SHUFFLED_SHARE = 0.25;

/** The order in which calls are sent: some blocks of them arrive in another order than they were numbered in. */
export function* planOrder({ seed, operations }: Size): Generator<{ index: number; isReordered: boolean }> {
  for (let first = 0; first < operations; first += BLOCK) {
    const random = randomOf(seed, 'order', first);
    const indexes = Array.from({ length: Math.min(BLOCK, operations - first) }, (_, at) => first + at);
    const isReordered = random.happens(SHUFFLED_SHARE);
    const keys = new Map(indexes.map((index) => [index, random.next()]));
    if (isReordered) indexes.sort((left, right) => (keys.get(left) ?? 0) - (keys.get(right) ?? 0));
    for (const index of indexes) yield { index, isReordered };
  }
}
