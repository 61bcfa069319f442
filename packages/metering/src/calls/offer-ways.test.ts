import type { WayThrough } from '@resumint/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryHistory } from '../../testing/arbitrary-steps.ts';
import { DOLLAR, holdCommand } from '../../testing/commands.ts';
import { openMemoryStream, type MemoryStream } from '../../testing/memory-stream.ts';
import { playHistory } from '../../testing/play-step.ts';
import { OPENAI_PRICES } from '../prices/openai-prices.ts';
import type { Price } from '../prices/price.ts';
import { advance } from '../stream/advance.ts';
import { decideHold } from '../stream/decide-hold.ts';
import { decideTerms } from '../stream/decide-terms.ts';
import { denialOf } from '../stream/denial.ts';
import { PLAN_VERSIONS, type PlanVersion } from '../terms/plans.ts';
import type { Terms } from '../terms/terms.ts';
import { offerWays } from './offer-ways.ts';
import { requestOf, withOutputCap, worstCase, type PlannedCall, type PricedCall } from './planned-call.ts';

const NOON = Date.UTC(2026, 5, 10, 12);
const MODELS = ['gpt-4.1', 'gpt-4.1-mini', 'gpt-4.1-nano'];

function priceOf(model: string): Price {
  const price = OPENAI_PRICES.find((candidate) => candidate.model === model);
  if (!price) throw new Error(`${model} has a price`);
  return price;
}

function callOf(sizes: { inputTokens: number; cap: number; least: number; model?: string }): PricedCall {
  const { inputTokens, cap, least, model = 'gpt-4.1' } = sizes;
  const call: PlannedCall = {
    operation: 'parse',
    subjectId: 'doc_1',
    request: { model, instructions: '', input: '', maxOutputTokens: cap },
    inputTokens,
    expectedOutputTokens: cap,
    leastOutputTokens: least,
    otherModels: MODELS.filter((other) => other !== model),
  };
  return { call, price: priceOf(model) };
}

function waysFor(stream: MemoryStream, priced: PricedCall): WayThrough[] {
  const { state } = advance(stream.head(), stream.head().at);
  const denial = denialOf(state, requestOf(priced));
  if (!denial) return [];
  const otherPrices = priced.call.otherModels.map(priceOf);
  return offerWays(state, denial, { ...priced, otherPrices }).waysThrough;
}

const kindsOf = (ways: WayThrough[]) => ways.map(({ kind }) => kind);

describe('offerWays', () => {
  it('offers the largest answer that fits', () => {
    const stream = openMemoryStream(NOON, { setByAdmin: { tokensPerDay: 1_500n } });
    expect(waysFor(stream, callOf({ inputTokens: 1_000, cap: 800, least: 200 }))).toEqual([
      { kind: 'smallerOutput', maxOutputTokens: 500 },
      { kind: 'withoutAi' },
    ]);
  });

  it('offers no answer so small that it is of no use', () => {
    const stream = openMemoryStream(NOON, { setByAdmin: { tokensPerDay: 1_500n } });
    expect(kindsOf(waysFor(stream, callOf({ inputTokens: 1_000, cap: 800, least: 501 })))).toEqual([
      'withoutAi',
    ]);
  });

  it('offers the nearest of the cheaper models where money binds, and the plan that has more of it', () => {
    const stream = openMemoryStream(NOON);
    const spent = holdCommand({ operationId: 'op_2', tokens: 0, costNanos: 5n * DOLLAR - 1_000_000n });
    stream.append(decideHold(stream.view('op_2', NOON), spent));
    // 2.4 million nano-dollars with gpt-4.1, a fifth of that with gpt-4.1-mini.
    expect(waysFor(stream, callOf({ inputTokens: 400, cap: 200, least: 200 }))).toEqual([
      { kind: 'cheaperModel', model: 'gpt-4.1-mini' },
      { kind: 'wait', until: new Date(Date.UTC(2026, 5, 11)) },
      { kind: 'plan', plan: 'basic@1', pricePerMonthNanos: 9n * DOLLAR },
      { kind: 'withoutAi' },
    ]);
  });

  it('offers the cheapest plan that is enough, and none below the own one', () => {
    const call = callOf({ inputTokens: 100_000, cap: 20_000, least: 20_000 });
    const plansOffered = (plan: PlanVersion) =>
      waysFor(openMemoryStream(NOON, { plan }), call).flatMap((way) =>
        way.kind === 'plan' ? [way.plan] : [],
      );
    expect(PLAN_VERSIONS.map(plansOffered)).toEqual([['premium@1'], ['premium@1'], []]);
  });

  it('offers no plan where an admin or the person has set the limit that binds', () => {
    const call = callOf({ inputTokens: 600, cap: 200, least: 200 });
    for (const changes of [{ setByAdmin: { tokensPerDay: 7n } }, { loweredByUser: { tokensPerDay: 7n } }]) {
      expect(kindsOf(waysFor(openMemoryStream(NOON, changes), call))).toEqual(['withoutAi']);
    }
  });

  it('offers nothing that would itself be refused, and no smaller answer than the largest that fits', () => {
    const arbitrarySizes = fc
      .tuple(fc.integer({ min: 1, max: 30_000 }), fc.integer({ min: 1, max: 8_000 }), fc.nat(8_000))
      .map(([inputTokens, cap, least]) => ({ inputTokens, cap, least: Math.min(cap, least + 1) }));
    const arbitraryModel = fc.constantFrom(...MODELS);
    fc.assert(
      fc.property(arbitraryHistory, arbitrarySizes, arbitraryModel, (history, sizes, model) => {
        const stream = playHistory(history);
        const priced = callOf({ ...sizes, model });
        for (const way of waysFor(stream, priced)) {
          expect([way, outcomeOf(stream, priced, way)]).toEqual([way, 'admitted']);
          if (way.kind !== 'smallerOutput') continue;
          const { maxOutputTokens } = way;
          expect(maxOutputTokens).toBeGreaterThanOrEqual(sizes.least);
          const larger = { ...way, maxOutputTokens: maxOutputTokens + 1 };
          expect(outcomeOf(stream, priced, larger)).toBe('denied');
        }
      }),
      { numRuns: 250 },
    );
  });
});

/** What comes of going a way: the same decision that an actual call would meet. */
function outcomeOf(stream: MemoryStream, { call, price }: PricedCall, way: WayThrough): string {
  const at = way.kind === 'wait' ? way.until.getTime() : stream.head().at;
  const view = stream.view('op_way', at);
  const hold = (priced: PricedCall, head = view.head) => {
    const command = holdCommand({ operationId: 'op_way', operation: 'parse', ...worstCase(priced) });
    return decideHold({ ...view, head }, command).outcome.kind;
  };
  switch (way.kind) {
    case 'wait':
      return hold({ call, price });
    case 'smallerOutput':
      return hold({ call: withOutputCap(call, way.maxOutputTokens), price });
    case 'cheaperModel':
      return hold({ call, price: priceOf(way.model) });
    case 'plan': {
      const plan = PLAN_VERSIONS.find((version) => version === way.plan);
      const change = (terms: Terms) => ({ ...terms, ...(plan && { plan }) });
      const moved = decideTerms(view, { operationId: 'terms_way', actor: 'usr_admin', change });
      return hold({ call, price }, moved.outcome);
    }
    case 'withoutAi':
      return 'admitted';
  }
}
