import type { Counted } from './answers.ts';

/** What a chart counts. */
export const UNIT_NAMES = { cost: 'Cost', tokens: 'Tokens', calls: 'Calls' } as const;

export type Unit = keyof typeof UNIT_NAMES;

/** In nano-dollars, tokens or calls. */
export function amountIn(unit: Unit, { costNanos, tokens, calls }: Omit<Counted, 'notMade'>): bigint {
  switch (unit) {
    case 'cost':
      return costNanos;
    case 'tokens':
      return BigInt(tokens);
    case 'calls':
      return BigInt(calls);
  }
}
