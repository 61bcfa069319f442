import type { LimitName } from '@resumint/errors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY_MS } from '../../testing/arbitrary-times.ts';
import { arbitraryHistory } from '../../testing/arbitrary-steps.ts';
import { DOLLAR, holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { playHistory } from '../../testing/play-step.ts';
import type { Terms } from '../terms/terms.ts';
import { advance } from './advance.ts';
import { decideSettle } from './decide-end.ts';
import { decideHold } from './decide-hold.ts';
import { denialOf } from './denial.ts';
import type { Amount } from './state.ts';

const NOON = Date.UTC(2026, 5, 10, 12);
const TOMORROW = new Date(Date.UTC(2026, 5, 11));
const NEXT_MONTH = new Date(Date.UTC(2026, 6, 1));

/** A stream with so much spent today under these limits, and so many calls of 100 tokens and no cost open. */
function stateWith(limits: Terms['setByAdmin'], spent: Amount, { openCalls = 0, maxInFlight = 32 } = {}) {
  const stream = openMemoryStream(NOON, { setByAdmin: limits, maxInFlight });
  stream.append(
    decideHold(
      stream.view('op_spent', NOON),
      holdCommand({ operationId: 'op_spent', tokens: 0, costNanos: 0n }),
    ),
  );
  stream.append(
    decideSettle(stream.view('op_spent', NOON), settleCommand({ operationId: 'op_spent', ...spent })),
  );
  for (let index = 1; index <= openCalls; index += 1) {
    const operationId = `op_open_${index}`;
    const call = holdCommand({ operationId, tokens: 100, costNanos: 0n, lifetimeMs: index * 1_000 });
    stream.append(decideHold(stream.view(operationId, NOON), call));
  }
  return stream.head();
}

const UNLIMITED = { tokensPerDay: null, costPerDay: null, tokensPerMonth: null, costPerMonth: null };

describe('denialOf', () => {
  it('is null up to the limit itself', () => {
    const state = stateWith({ ...UNLIMITED, tokensPerDay: 1_000n }, { tokens: 400, costNanos: 0n });
    expect(denialOf(state, { tokens: 600, costNanos: 0n })).toBeNull();
    expect(denialOf(state, { tokens: 601, costNanos: 0n })).toMatchObject({ limit: 'tokensPerDay' });
  });

  it('is null whatever is asked where nothing is limited', () => {
    const state = stateWith(UNLIMITED, { tokens: 1e9, costNanos: 10n ** 15n });
    expect(denialOf(state, { tokens: Number.MAX_SAFE_INTEGER, costNanos: 10n ** 18n })).toBeNull();
  });

  it('says which limit binds, what stands against it and what still fits', () => {
    const state = stateWith(
      { ...UNLIMITED, tokensPerDay: 1_000n },
      { tokens: 400, costNanos: 7n },
      { openCalls: 2 },
    );
    expect(denialOf(state, { tokens: 500, costNanos: 9n })).toEqual({
      limit: 'tokensPerDay',
      unit: 'tokens',
      allowed: 1_000n,
      used: 400n,
      held: 200n,
      requested: 500n,
      remaining: 400n,
      window: { startsAt: new Date(Date.UTC(2026, 5, 10)), endsAt: TOMORROW },
      resetsAt: TOMORROW,
      zone: 'UTC',
      waysThrough: [{ kind: 'wait', until: TOMORROW }, { kind: 'withoutAi' }],
    });
  });

  it.each([
    { limit: 'tokensPerDay', unit: 'tokens', allowed: 1_000n, used: 500n, resetsAt: TOMORROW },
    { limit: 'costPerDay', unit: 'nanos', allowed: DOLLAR, used: DOLLAR / 2n, resetsAt: TOMORROW },
    { limit: 'tokensPerMonth', unit: 'tokens', allowed: 1_000n, used: 500n, resetsAt: NEXT_MONTH },
    { limit: 'costPerMonth', unit: 'nanos', allowed: DOLLAR, used: DOLLAR / 2n, resetsAt: NEXT_MONTH },
  ])('names $limit in $unit', ({ limit, allowed, ...expected }) => {
    const state = stateWith({ ...UNLIMITED, [limit]: allowed }, { tokens: 500, costNanos: DOLLAR / 2n });
    const denial = denialOf(state, { tokens: 501, costNanos: DOLLAR / 2n + 1n });
    expect(denial).toMatchObject({ limit, allowed, ...expected, remaining: allowed - expected.used });
  });

  it('names the month before the day, since the month would still refuse tomorrow', () => {
    const state = stateWith(
      { ...UNLIMITED, tokensPerDay: 500n, tokensPerMonth: 600n },
      { tokens: 500, costNanos: 0n },
    );
    expect(denialOf(state, { tokens: 200, costNanos: 0n })).toMatchObject({
      limit: 'tokensPerMonth',
      resetsAt: NEXT_MONTH,
    });
  });

  it('names first what time never frees', () => {
    const limits = { ...UNLIMITED, tokensPerMonth: 600n, costPerDay: 10n };
    const denial = denialOf(stateWith(limits, { tokens: 500, costNanos: 0n }), {
      tokens: 200,
      costNanos: 11n,
    });
    expect(denial).toMatchObject({
      limit: 'costPerDay',
      resetsAt: null,
      waysThrough: [{ kind: 'withoutAi' }],
    });
  });

  it.each([
    ['a request above the whole limit', 1_000n, 1_001],
    ['a limit of nothing', 0n, 1],
  ])('gives no time to wait for to %s', (_, tokensPerDay, tokens) => {
    const state = stateWith({ ...UNLIMITED, tokensPerDay }, { tokens: 0, costNanos: 0n });
    expect(denialOf(state, { tokens, costNanos: 0n })).toMatchObject({
      resetsAt: null,
      remaining: tokensPerDay,
    });
  });

  it('never says that less than nothing remains, however much was overrun', () => {
    const state = stateWith({ ...UNLIMITED, tokensPerDay: 1_000n }, { tokens: 5_000, costNanos: 0n });
    expect(denialOf(state, { tokens: 1, costNanos: 0n })).toMatchObject({
      used: 5_000n,
      remaining: 0n,
      resetsAt: TOMORROW,
    });
  });

  it('refuses one call more than may run at once, until the first of them expires', () => {
    const state = stateWith(UNLIMITED, { tokens: 0, costNanos: 0n }, { openCalls: 3, maxInFlight: 3 });
    const until = new Date(NOON + 1_000);
    expect(denialOf(state, { tokens: 1, costNanos: 0n })).toEqual({
      limit: 'inFlight',
      unit: 'calls',
      allowed: 3n,
      used: 0n,
      held: 3n,
      requested: 1n,
      remaining: 0n,
      window: null,
      resetsAt: until,
      zone: 'UTC',
      waysThrough: [{ kind: 'wait', until }, { kind: 'withoutAi' }],
    });
  });

  it('waits for as many expiries as it takes when more run than may now', () => {
    const state = stateWith(UNLIMITED, { tokens: 0, costNanos: 0n }, { openCalls: 5, maxInFlight: 5 });
    const inForce = { ...state.terms.inForce, maxInFlight: 2 };
    const lowered = { ...state, terms: { ...state.terms, inForce } };
    const denial = denialOf(lowered, { tokens: 1, costNanos: 0n });
    expect(denial?.resetsAt).toEqual(new Date(NOON + 4_000));
    const freed = advance(lowered, NOON + 4_000).state;
    expect(denialOf(freed, { tokens: 1, costNanos: 0n })).toBeNull();
    expect(denialOf(advance(lowered, NOON + 3_999).state, { tokens: 1, costNanos: 0n })).not.toBeNull();
  });

  it('gives no time to wait for where no call may run at all', () => {
    const state = stateWith(UNLIMITED, { tokens: 0, costNanos: 0n });
    const none = { ...state, terms: { ...state.terms, inForce: { ...state.terms.inForce, maxInFlight: 0 } } };
    expect(denialOf(none, { tokens: 0, costNanos: 0n })).toMatchObject({
      limit: 'inFlight',
      resetsAt: null,
      allowed: 0n,
    });
  });

  it('never has more than 32 calls open, even where calls at once are not limited', () => {
    const state = stateWith(UNLIMITED, { tokens: 0, costNanos: 0n }, { openCalls: 32 });
    expect(denialOf(state, { tokens: 0, costNanos: 0n })).toMatchObject({ limit: 'inFlight', allowed: 32n });
  });

  it('tells the truth about time: the limit frees when it says, and never where it names no time', () => {
    const arbitraryRequest = fc.record({
      tokens: fc.integer({ min: 1, max: 25_000 }),
      costNanos: fc.bigInt({ min: 1n, max: 7_000_000_000n }),
    });
    fc.assert(
      fc.property(arbitraryHistory, arbitraryRequest, (history, request) => {
        const stream = playHistory(history);
        const { state, now } = advance(stream.head(), 0);
        const denial = denialOf(state, request);
        if (denial === null) return;
        const { allowed, used, held, requested, remaining, resetsAt } = denial;
        expect(remaining).toBeGreaterThanOrEqual(0n);
        expect(remaining).toBeLessThan(requested);
        expect(used + held + requested).toBeGreaterThan(allowed);
        const freesAt = resetsAt?.getTime() ?? now + 40 * DAY_MS;
        expect(freesAt).toBeGreaterThan(now);
        const isFree = denialOf(advance(state, freesAt).state, request)?.limit !== denial.limit;
        expect(isFree).toBe(resetsAt !== null);
      }),
      { numRuns: 150 },
    );
  });

  it('refuses one call of an operation more than its cap of the day, and no other operation', () => {
    const operationsPerDay = { setByAdmin: { parse: 1n }, loweredByUser: {} };
    const stream = openMemoryStream(NOON, { operationsPerDay });
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand({ operation: 'parse' })));
    const request = { tokens: 1, costNanos: 0n };
    expect(denialOf(stream.head(), { ...request, operation: 'summarize' })).toBeNull();
    expect(denialOf(stream.head(), request)).toBeNull();
    expect(denialOf(stream.head(), { ...request, operation: 'parse' })).toEqual({
      limit: 'operationsPerDay',
      unit: 'calls',
      allowed: 1n,
      used: 0n,
      held: 1n,
      requested: 1n,
      remaining: 0n,
      window: { startsAt: new Date(Date.UTC(2026, 5, 10)), endsAt: TOMORROW },
      resetsAt: TOMORROW,
      zone: 'UTC',
      waysThrough: [{ kind: 'wait', until: TOMORROW }, { kind: 'withoutAi' }],
    });
    expect(
      denialOf(advance(stream.head(), TOMORROW.getTime()).state, { ...request, operation: 'parse' }),
    ).toBeNull();
  });

  it('names no time for an operation of which none is granted', () => {
    const operationsPerDay = { setByAdmin: { parse: 0n }, loweredByUser: {} };
    const { terms, ...state } = openMemoryStream(NOON, { operationsPerDay }).head();
    const denial = denialOf({ ...state, terms }, { tokens: 1, costNanos: 0n, operation: 'parse' });
    expect(denial).toMatchObject({ limit: 'operationsPerDay', resetsAt: null });
  });

  it('waits until calls that run have ended too, where the window frees before they do', () => {
    const soon = TOMORROW.getTime() - 1_000;
    const stream = openMemoryStream(soon, { setByAdmin: { tokensPerDay: 150n }, maxInFlight: 1 });
    const running = holdCommand({ operationId: 'op_1', tokens: 100, lifetimeMs: 60_000 });
    stream.append(decideHold(stream.view('op_1', soon), running));
    const denial = denialOf(stream.head(), { tokens: 100, costNanos: 0n });
    expect(denial).toMatchObject({ limit: 'tokensPerDay', resetsAt: TOMORROW });
    expect(denial?.waysThrough[0]).toEqual({ kind: 'wait', until: new Date(soon + 60_000) });
  });
});

describe('soft limits', () => {
  const soft = { enforcement: 'soft' as const };

  it.each<[LimitName, Partial<Terms>]>([
    ['tokensPerDay', { setByAdmin: { tokensPerDay: 0n } }],
    ['costPerMonth', { setByAdmin: { costPerDay: null, costPerMonth: 1n } }],
    ['inFlight', { maxInFlight: 0 }],
    ['operationsPerDay', { operationsPerDay: { setByAdmin: {}, loweredByUser: { summarize: 0n } } }],
  ])('admit what goes past %s, and record that', (exceeds, limits) => {
    const stream = openMemoryStream(NOON, { ...soft, ...limits });
    const { outcome } = decideHold(stream.view('op_1', NOON), holdCommand());
    expect(outcome).toMatchObject({ kind: 'admitted', entry: { fact: { exceeds } } });
  });

  it('record nothing of a call within all limits', () => {
    const stream = openMemoryStream(NOON, soft);
    const { outcome } = decideHold(stream.view('op_1', NOON), holdCommand());
    expect(outcome).toMatchObject({ kind: 'admitted', entry: { fact: { exceeds: null } } });
  });

  it('still refuse more open calls than a head can carry', () => {
    const stream = openMemoryStream(NOON, { ...soft, maxInFlight: 1 });
    for (let index = 0; index < 32; index += 1) {
      const command = holdCommand({ operationId: `op_${index}`, tokens: 1 });
      stream.append(decideHold(stream.view(command.operationId, NOON), command));
    }
    expect(stream.head().open).toHaveLength(32);
    expect(denialOf(stream.head(), { tokens: 1, costNanos: 0n })).toMatchObject({
      limit: 'inFlight',
      allowed: 32n,
    });
  });
});
