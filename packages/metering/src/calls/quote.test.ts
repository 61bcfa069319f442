import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryHistory } from '../../testing/arbitrary-steps.ts';
import { holdCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { playHistory } from '../../testing/play-step.ts';
import { OPENAI_PRICES } from '../prices/openai-prices.ts';
import type { Price } from '../prices/price.ts';
import { advance } from '../stream/advance.ts';
import { decideHold } from '../stream/decide-hold.ts';
import type { CallHistory } from './call-history.ts';
import type { PlannedCall } from './planned-call.ts';
import { quote } from './quote.ts';

const NOON = Date.UTC(2026, 5, 10, 12);
const [PRICE] = OPENAI_PRICES;

function priceInForce(): Price {
  if (!PRICE) throw new Error('the price list is empty');
  return PRICE;
}

function plannedCall(
  inputTokens: number,
  maxOutputTokens: number,
  expectedOutputTokens = maxOutputTokens,
): PlannedCall {
  const { model } = priceInForce();
  const request = { model, instructions: '', input: '', maxOutputTokens };
  return {
    operation: 'summarize',
    subjectId: 'res_1',
    request,
    inputTokens,
    expectedOutputTokens,
    leastOutputTokens: 1,
    otherModels: [],
  };
}

const of = (call: PlannedCall, history: CallHistory | null = null) => ({
  call,
  price: priceInForce(),
  otherPrices: [],
  history,
});

/** Ways that a denial has only where a whole call is known. */
const ofCall = ['smallerOutput', 'cheaperModel'];

describe('quote', () => {
  it('prices what is expected and the most that it can be', () => {
    const told = quote(openMemoryStream(NOON).head(), of(plannedCall(1_000, 800, 300)));
    expect(told).toMatchObject({
      operation: 'summarize',
      model: 'gpt-5',
      priceVersion: '2025-08-07',
      maxOutputTokens: 800,
      expected: { tokens: 1_300, costNanos: 4_250_000n },
      basis: 'estimate',
      n: 0,
      atMost: { tokens: 1_800, costNanos: 9_250_000n },
      binding: 'tokensPerDay',
      enforcement: 'hard',
      exceeds: null,
      denial: null,
    });
  });

  it("expects what the person's own calls of the kind came to, and says of how many that is", () => {
    const history = {
      calls: 4,
      heldInput: 4_000,
      heldOutput: 1_000,
      input: 3_000,
      cachedInput: 1_500,
      output: 250,
    };
    const told = quote(openMemoryStream(NOON).head(), of(plannedCall(1_000, 800, 300), history));
    // 750 of 1 000 input tokens, half of them cached, and 200 of 800 output tokens.
    expect(told.expected).toEqual({ tokens: 950, costNanos: 375n * 1_250n + 375n * 125n + 200n * 10_000n });
    expect(told).toMatchObject({ basis: 'history', n: 4, atMost: { tokens: 1_800 } });
  });

  it('tells of a cap of the operation, and which limit binds', () => {
    const stream = openMemoryStream(NOON, {
      operationsPerDay: { setByAdmin: { summarize: 2n, parse: 1n }, loweredByUser: {} },
    });
    const command = holdCommand({ operationId: 'op_2', tokens: 0 });
    stream.append(decideHold(stream.view('op_2', NOON), command));
    const { effects, binding } = quote(stream.head(), of(plannedCall(1_000, 1_000)));
    expect(effects[0]).toEqual({
      limit: 'operationsPerDay',
      percentBefore: 50,
      percentExpected: 100,
      percentAtMost: 100,
    });
    expect(binding).toBe('operationsPerDay');
  });

  it('says of soft limits that they would be exceeded, and refuses nothing', () => {
    const stream = openMemoryStream(NOON, { enforcement: 'soft', setByAdmin: { tokensPerDay: 100n } });
    expect(quote(stream.head(), of(plannedCall(1_000, 1_000)))).toMatchObject({
      binding: 'tokensPerDay',
      enforcement: 'soft',
      exceeds: 'tokensPerDay',
      denial: null,
    });
  });

  it('tells what the call does to each limit, the one that it fills most first', () => {
    const stream = openMemoryStream(NOON, { setByAdmin: { costPerMonth: null } });
    const other = holdCommand({ operationId: 'op_2', tokens: 2_000, costNanos: 0n });
    stream.append(decideHold(stream.view('op_2', NOON), other));
    const { effects } = quote(stream.head(), of(plannedCall(1_000, 1_000, 500)));
    expect(effects).toEqual([
      { limit: 'tokensPerDay', percentBefore: 20, percentExpected: 35, percentAtMost: 40 },
      { limit: 'tokensPerMonth', percentBefore: 2, percentExpected: 3.5, percentAtMost: 4 },
      { limit: 'costPerDay', percentBefore: 0, percentExpected: 0.1, percentAtMost: 0.2 },
    ]);
  });

  it('says which warnings the call would bring at the most, and none that is due already', () => {
    const stream = openMemoryStream(NOON, { warnAtPercent: { tokens: 50, cost: 80 } });
    const told = (tokens: number) => quote(stream.head(), of(plannedCall(tokens, 1_000))).crosses;
    expect(told(3_999)).toEqual([]);
    expect(told(4_000)).toEqual([{ limit: 'tokensPerDay', warnAtPercent: 50 }]);
    const other = holdCommand({ operationId: 'op_2', tokens: 5_000, costNanos: 0n });
    stream.append(decideHold(stream.view('op_2', NOON), other));
    expect(told(3_000)).toEqual([]);
  });

  it('is of nothing where an earlier call would be answered from, and moves and refuses nothing', () => {
    const answered = { operationId: 'op_earlier', startedAt: new Date(NOON) };
    const told = quote(openMemoryStream(NOON).head(), { ...of(plannedCall(90_000_000, 800)), answered });
    const nothing = { tokens: 0, costNanos: 0n };
    expect(told).toMatchObject({ answeredFrom: answered, expected: nothing, atMost: nothing, crosses: [] });
    expect([told.denial, told.exceeds]).toEqual([null, null]);
    for (const { percentBefore, percentExpected, percentAtMost } of told.effects) {
      expect([percentExpected, percentAtMost]).toEqual([percentBefore, percentBefore]);
    }
  });

  it('holds no less when its call is admitted, and refuses exactly what the hold would', () => {
    const size = fc.nat(8_000);
    fc.assert(
      fc.property(arbitraryHistory, size, size, (history, inputTokens, maxOutputTokens) => {
        const stream = playHistory(history);
        const clock = stream.head().at;
        const told = quote(
          advance(stream.head(), clock).state,
          of(plannedCall(inputTokens, maxOutputTokens, maxOutputTokens >> 3)),
        );
        const command = holdCommand({ operationId: 'op_quoted', ...told.atMost });
        const { outcome } = decideHold(stream.view('op_quoted', clock), command);
        expect(outcome.kind).toBe(told.denial === null ? 'admitted' : 'denied');
        const denial = outcome.kind === 'denied' ? outcome.denial : null;
        const waysOfCall = told.denial?.waysThrough.filter(({ kind }) => ofCall.includes(kind)) ?? [];
        const foreseen = denial && { ...denial, waysThrough: [...waysOfCall, ...denial.waysThrough] };
        expect(told.denial).toEqual(foreseen);
        if (outcome.kind !== 'admitted') return;
        expect(outcome.entry.state.open.at(-1)).toMatchObject(told.atMost);
        expect(outcome.entry.fact.exceeds).toBe(told.exceeds);
        const fills = told.effects.some(({ percentAtMost }) => percentAtMost > 100);
        expect(fills && told.exceeds === null).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
