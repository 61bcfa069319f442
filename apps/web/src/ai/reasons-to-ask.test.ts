import { describe, expect, it } from 'vitest';
import { reasonsToAsk } from './reasons-to-ask.ts';

const quoted = { crosses: [], atMost: { tokens: 10, costNanos: 5_000n } };

describe('reasonsToAsk', () => {
  it('are none where no warning is crossed and nobody named an amount', () => {
    expect(reasonsToAsk(quoted, { askAboveNanos: null })).toEqual([]);
  });

  it('are none up to the amount itself, and one above it', () => {
    expect(reasonsToAsk(quoted, { askAboveNanos: 5_000n })).toEqual([]);
    expect(reasonsToAsk(quoted, { askAboveNanos: 4_999n })).toEqual([
      { kind: 'amount', atMostNanos: 5_000n, askAboveNanos: 4_999n },
    ]);
    expect(reasonsToAsk(quoted, { askAboveNanos: 0n })).toHaveLength(1);
  });

  it('name each warning that would be crossed, apart from the amount', () => {
    const crosses = [{ limit: 'costPerDay' as const, warnAtPercent: 80 }];
    expect(reasonsToAsk({ ...quoted, crosses }, { askAboveNanos: 1n }).map(({ kind }) => kind)).toEqual([
      'warning',
      'amount',
    ]);
  });
});
