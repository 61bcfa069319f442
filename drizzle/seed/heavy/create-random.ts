/** Chances of one name: the same for the same name, wherever and however often it is asked. */
export interface Random {
  /** From 0 to below 1. */
  next: () => number;
  /** A whole number from `least` to `most`. */
  between: (least: number, most: number) => number;
  /** One of them, each as likely as its weight. */
  pick: <Choice>(weighted: readonly (readonly [choice: Choice, weight: number])[]) => Choice;
}

/** Mulberry32 of a hash of the name: not for secrets, and fast enough for millions of calls. */
export function createRandom(name: string): Random {
  let state = hashOf(name);
  const next = () => {
    state = (state + 0x6d_2b_79_f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    pick(weighted) {
      let rest = next() * weighted.reduce((sum, [, weight]) => sum + weight, 0);
      const found = weighted.find(([, weight]) => (rest -= weight) < 0) ?? weighted.at(-1);
      if (!found) throw new RangeError('there is nothing to pick from');
      return found[0];
    },
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x81_1c_9d_c5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01_00_01_93);
  }
  return hash;
}
