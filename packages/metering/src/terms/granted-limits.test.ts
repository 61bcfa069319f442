import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryHistory } from '../../testing/arbitrary-steps.ts';
import { playHistory } from '../../testing/play-step.ts';
import { decideTerms } from '../stream/decide-terms.ts';
import { effectiveLimits } from './effective-limits.ts';
import { granted, onPlan, type Grant } from './granted-limits.ts';
import { PLAN_VERSIONS } from './plans.ts';
import { defaultTerms, type Terms } from './terms.ts';

const terms = (changes: Partial<Terms> = {}): Terms => ({ ...defaultTerms('UTC'), ...changes });

describe('granted', () => {
  it('sets what is named, gives the plan back where that is asked for, and keeps the rest', () => {
    const before = terms({ setByAdmin: { tokensPerDay: 7n, costPerDay: 8n }, maxInFlight: 3 });
    const after = granted(before, {
      limits: { tokensPerDay: 'plan', costPerMonth: null },
      operationsPerDay: { parse: 5n, summarize: null },
      enforcement: 'soft',
    });
    expect(after).toEqual({
      ...before,
      setByAdmin: { costPerDay: 8n, costPerMonth: null },
      operationsPerDay: { setByAdmin: { parse: 5n, summarize: null }, loweredByUser: {} },
      enforcement: 'soft',
    });
    expect(granted(after, { limits: {}, operationsPerDay: { parse: 'plan' } }).operationsPerDay).toEqual({
      setByAdmin: { summarize: null },
      loweredByUser: {},
    });
  });

  it.each<[string, Grant['limits']]>([
    ['a day above its month', { tokensPerDay: 100_001n }],
    ['an unlimited day in a limited month', { costPerDay: null }],
    ['a month below its day', { costPerMonth: 4_999_999_999n }],
  ])('refuses %s', (_, limits) => {
    expect(() => granted(terms(), { limits })).toThrow(/above the monthly/);
  });

  it('is not held up by a month that the person has lowered for themselves', () => {
    const before = terms({ loweredByUser: { tokensPerDay: 100n, tokensPerMonth: 1_000n } });
    const { tokensPerDay } = effectiveLimits(granted(before, { limits: { tokensPerDay: 50_000n } }));
    expect(tokensPerDay).toEqual({ value: 100n, reason: 'user', granted: 50_000n });
  });
});

describe('onPlan', () => {
  it('grants what the plan does, below what an admin and the person have set', () => {
    const before = terms({ setByAdmin: { costPerDay: 1n }, loweredByUser: { tokensPerDay: 20_000n } });
    expect(effectiveLimits(onPlan(before, 'premium@1'))).toMatchObject({
      tokensPerDay: { value: 20_000n, reason: 'user', granted: 150_000n },
      costPerDay: { value: 1n, reason: 'admin' },
      tokensPerMonth: { value: 3_000_000n, reason: 'plan' },
      inFlight: { value: 16, reason: 'plan' },
    });
  });

  it('refuses a plan whose day is above the month that an admin has set', () => {
    const before = terms({ setByAdmin: { tokensPerMonth: 40_000n } });
    expect(() => onPlan(before, 'basic@1')).toThrow(/daily token limit is 50,000 tokens/);
  });

  it('changes no counter and no window, whenever it happens', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.constantFrom(...PLAN_VERSIONS), (history, plan) => {
        const stream = playHistory(history);
        const view = stream.view('terms_new', stream.head().at);
        const change = (before: Terms) => ({ ...before, plan });
        const { outcome } = decideTerms(view, { operationId: 'terms_new', actor: 'usr_admin', change });
        const before = decideTerms(view, {
          operationId: 'terms_new',
          actor: 'usr_1',
          change: (same) => same,
        });
        const { seq: _, at: __, terms: ___, termsSeq: ____, crossed: _____, ...counters } = outcome;
        expect(before.outcome).toMatchObject(counters);
      }),
      { numRuns: 60 },
    );
  });
});
