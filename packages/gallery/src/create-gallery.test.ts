import type { Outputs } from '@resumint/client';
import superjson from 'superjson';
import { describe, expect, it } from 'vitest';
import { createGallery } from './create-gallery.ts';

const gallery = await createGallery();

describe('the gallery', () => {
  it('is the same whenever it is made', async () => {
    expect(await createGallery()).toEqual(gallery);
  });

  it('names each state once, and answers the same questions in all of them', () => {
    const names = gallery.states.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const [first = [], ...others] = gallery.states.map(({ answers }) => questionsIn(answers));
    expect(first).not.toEqual([]);
    for (const other of others) expect(other).toEqual(first);
  });

  it('fails as the product fails while its database is away', () => {
    expect(gallery.failure).toMatch(/database does not answer/);
  });
});

describe('a state', () => {
  it.each(gallery.states)('$name has receipts and adjustments that add up to its meter', ({ name }) => {
    const audit = said<'usage', 'audit'>(name, 'usage.audit');
    expect(audit.found).toBe(name === 'broken' ? 1 : 0);
    const { lifetime } = said<'usage', 'summary'>(name, 'usage.summary');
    expect(audit.meter).toEqual(lifetime);
  });

  it.each(gallery.states)('$name has charts and a forecast of what its meter says', ({ name }) => {
    const { month } = said<'usage', 'summary'>(name, 'usage.summary');
    const used = [month.tokens.used, month.cost.used];
    const { total } = said<'usage', 'analytics'>(name, 'usage.analytics');
    expect([BigInt(total.tokens), total.costNanos]).toEqual(used);
    const forecast = said<'usage', 'forecast'>(name, 'usage.forecast');
    const isForecast = forecast.kind === 'forecast';
    expect(isForecast ? [forecast.month.tokens.used, forecast.month.cost.used] : used).toEqual(used);
    const { denials } = said<'usage', 'denials'>(name, 'usage.denials');
    expect(said<'usage', 'denied'>(name, 'usage.denied').total).toBe(denials.length);
  });

  it.each(gallery.states)('$name refuses a call just where its quote goes past a limit', ({ name }) => {
    const { denial, binding, atMost, enforcement } = said<'ai', 'quote'>(name, 'ai.quote');
    const { limits: granted, maxInFlight } = said<'limits', 'get'>(name, 'limits.get');
    const { day, month, inFlight } = said<'usage', 'summary'>(name, 'usage.summary');
    const lacking = Object.entries({
      tokensPerDay: day.tokens,
      costPerDay: day.cost,
      tokensPerMonth: month.tokens,
      costPerMonth: month.cost,
    }).filter(([limit, { remaining }]) => {
      const asked = limit.startsWith('tokens') ? BigInt(atMost.tokens) : atMost.costNanos;
      return remaining !== null && remaining < asked;
    });
    const isFull = inFlight.running >= maxInFlight;
    expect(denial !== null).toBe(enforcement === 'hard' && (lacking.length > 0 || isFull));
    const limits = ['none', 'inFlight', ...lacking.map(([limit]) => limit)];
    expect(limits).toContain(denial?.limit ?? 'none');
    expect(binding === null).toBe(Object.values(granted).every(({ value }) => value === null));
  });

  it.each([
    { name: 'over-daily', limit: 'tokensPerDay' },
    { name: 'over-monthly', limit: 'tokensPerMonth' },
    { name: 'in-flight', limit: 'inFlight' },
    { name: 'tight', limit: 'costPerDay' },
  ])('$name is refused by $limit', ({ name, limit }) => {
    expect(said<'ai', 'quote'>(name, 'ai.quote').denial?.limit).toBe(limit);
  });

  it.each([
    { name: 'empty', isNear: false },
    { name: 'normal', isNear: false },
    { name: 'running', isNear: false },
    { name: 'near', isNear: true },
  ])('$name warns: $isNear', ({ name, isNear }) => {
    expect(said<'usage', 'summary'>(name, 'usage.summary').warnings.length > 0).toBe(isNear);
  });

  it('has every ending that a receipt can have', () => {
    const { receipts } = said<'usage', 'list'>('running', 'usage.list');
    const endings = receipts.map(({ status, isEstimated, isCorrected }) => ({
      status,
      isEstimated,
      isCorrected,
    }));
    for (const ending of [
      { status: 'held' },
      { status: 'settled', isEstimated: false },
      { status: 'settled', isEstimated: true },
      { status: 'settled', isCorrected: true },
      { status: 'released' },
      { status: 'expired' },
    ]) {
      expect(endings).toContainEqual(expect.objectContaining(ending));
    }
  });

  it('tells the price of each call that is offered in place of a refused one', () => {
    const state = gallery.states.find(({ name }) => name === 'tight');
    const quotes = state?.answers.filter(({ path }) => path === 'ai.quote') ?? [];
    expect(quotes.map(({ input }) => input)).toEqual([
      { operation: 'resume.summarize', resumeId: gallery.resumeId },
      expect.objectContaining({ maxOutputTokens: expect.any(Number) }),
      expect.objectContaining({ model: 'gpt-4.1-nano' }),
    ]);
    for (const { output } of quotes.slice(1)) {
      expect(superjson.parse<Outputs['ai']['quote']>(output).denial).toBeNull();
    }
  });
});

function questionsIn(answers: (typeof gallery.states)[number]['answers']): unknown[] {
  // How many prices are asked depends on the ways that are offered.
  return answers
    .filter(({ path }) => path !== 'ai.quote')
    .map(({ path, input, kind }) => ({ path, input, kind }));
}

type Routers = keyof Outputs;

function said<Router extends Routers, Procedure extends keyof Outputs[Router]>(
  name: string,
  path: string,
): Outputs[Router][Procedure] {
  const answers = gallery.states.find((state) => state.name === name)?.answers;
  const found = answers?.find((answer) => answer.path === path);
  if (!found) throw new Error(`${name} has no answer for ${path}`);
  return superjson.parse<Outputs[Router][Procedure]>(found.output);
}
