import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { arbitraryHistory } from '../../testing/arbitrary-steps.ts';
import { playHistory } from '../../testing/play-step.ts';
import { advance } from '../stream/advance.ts';
import { amountOf } from '../stream/evolve.ts';
import { refusalOf } from '../stream/excess.ts';
import { WINDOW_LIMITS, WINDOW_LIMIT_NAMES } from '../terms/limits.ts';
import { effectiveLimits } from '../terms/effective-limits.ts';
import { fit } from './fit.ts';

const NOON = Date.UTC(2026, 5, 10, 12);

describe('fit', () => {
  it('names the limit that leaves least room', () => {
    const stream = openMemoryStream(NOON, { setByAdmin: { costPerMonth: 1_000n } });
    expect(fit(stream.head(), { tokens: 100, costNanos: 300n })).toEqual({
      calls: 3n,
      limit: 'costPerMonth',
    });
    expect(fit(stream.head(), { tokens: 5_000, costNanos: 0n })).toEqual({
      calls: 2n,
      limit: 'tokensPerDay',
    });
  });

  it('counts calls of an operation where they are capped, and only of that one', () => {
    const stream = openMemoryStream(NOON, {
      operationsPerDay: { setByAdmin: { summarize: 2n }, loweredByUser: {} },
    });
    const request = { tokens: 1_000, costNanos: 0n };
    expect(fit(stream.head(), { ...request, operation: 'summarize' })).toEqual({
      calls: 2n,
      limit: 'operationsPerDay',
    });
    expect(fit(stream.head(), { ...request, operation: 'parse' })).toEqual({
      calls: 10n,
      limit: 'tokensPerDay',
    });
  });

  it('says of a call that nothing limits that any number fits, and none where none may run', () => {
    const unlimited = { tokensPerDay: null, costPerDay: null, tokensPerMonth: null, costPerMonth: null };
    const request = { tokens: 1, costNanos: 1n };
    expect(fit(openMemoryStream(NOON, { setByAdmin: unlimited }).head(), request)).toEqual({
      calls: null,
      limit: null,
    });
    expect(fit(openMemoryStream(NOON, { maxInFlight: 0 }).head(), request)).toEqual({
      calls: 0n,
      limit: 'inFlight',
    });
  });

  it('is as many as stay within every window, and one more never does', () => {
    const request = fc.record({
      tokens: fc.integer({ min: 1, max: 3_000 }),
      costNanos: fc.bigInt({ min: 1n, max: 10n ** 9n }),
    });
    fc.assert(
      fc.property(arbitraryHistory, request, (history, amount) => {
        const head = playHistory(history).head();
        const { state } = advance(head, head.at);
        const { calls, limit } = fit(state, amount);
        const refusal = refusalOf({ ...state, open: [] }, amount);
        expect(refusal === null || calls === 0n).toBe(true);
        const staysWithin = (count: bigint) =>
          WINDOW_LIMIT_NAMES.every((name) => {
            const { value } = effectiveLimits(state.terms.inForce)[name];
            const { spent, held } = amountOf(state, name);
            const each = WINDOW_LIMITS[name].unit === 'tokens' ? BigInt(amount.tokens) : amount.costNanos;
            return value === null || spent + held + count * each <= value;
          });
        if (limit === 'inFlight' || calls === null) return;
        expect(calls === 0n || staysWithin(calls)).toBe(true);
        expect(staysWithin(calls + 1n)).toBe(false);
      }),
    );
  });
});
