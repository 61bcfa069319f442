import type { Fault } from './faults.ts';

const KEYS_MAX = 10_000;
const FAULTS_PER_KEY_MAX = 1_000;

/** Faults waiting for the next calls of an API key, first in, first out. */
export class FaultQueue {
  readonly #byKey = new Map<string, { fault: Fault; left: number }[]>();

  add(key: string, faults: readonly Fault[]): void {
    const queue = this.#byKey.get(key) ?? [];
    if (queue.length + faults.length > FAULTS_PER_KEY_MAX || this.#byKey.size >= KEYS_MAX) {
      throw new RangeError('Too many faults wait in the OpenAI simulator');
    }
    queue.push(...faults.map((fault) => ({ fault, left: fault.times })));
    this.#byKey.set(key, queue);
  }

  /** Forgets the faults that wait, and says how many calls they would have met. */
  clear(key: string): number {
    const queue = this.#byKey.get(key) ?? [];
    this.#byKey.delete(key);
    return queue.reduce((sum, { left }) => sum + left, 0);
  }

  take(key: string): Fault | null {
    const queue = this.#byKey.get(key);
    const first = queue?.[0];
    if (!queue || !first) return null;
    first.left -= 1;
    if (first.left === 0) queue.shift();
    if (queue.length === 0) this.#byKey.delete(key);
    return first.fault;
  }
}
