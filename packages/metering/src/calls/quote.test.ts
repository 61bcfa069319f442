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
  return { operation: 'summarize', subjectId: 'res_1', request, inputTokens, expectedOutputTokens };
}

describe('quote', () => {
  it('prices what is expected and the most that it can be', () => {
    const told = quote(openMemoryStream(NOON).head(), plannedCall(1_000, 800, 300), priceInForce());
    expect(told).toMatchObject({
      operation: 'summarize',
      model: 'gpt-5',
      priceVersion: '2025-08-07',
      maxOutputTokens: 800,
      expected: { tokens: 1_300, costNanos: 4_250_000n },
      atMost: { tokens: 1_800, costNanos: 9_250_000n },
      denial: null,
    });
  });

  it('tells what the call does to each limit, the one that it fills most first', () => {
    const stream = openMemoryStream(NOON, { setByAdmin: { costPerMonth: null } });
    const other = holdCommand({ operationId: 'op_2', tokens: 2_000, costNanos: 0n });
    stream.append(decideHold(stream.view('op_2', NOON), other));
    const { effects } = quote(stream.head(), plannedCall(1_000, 1_000, 500), priceInForce());
    expect(effects).toEqual([
      { limit: 'tokensPerDay', percentBefore: 20, percentExpected: 35, percentAtMost: 40 },
      { limit: 'tokensPerMonth', percentBefore: 2, percentExpected: 3.5, percentAtMost: 4 },
      { limit: 'costPerDay', percentBefore: 0, percentExpected: 0.1, percentAtMost: 0.2 },
    ]);
  });

  it('holds no less when its call is admitted, and refuses exactly what the hold would', () => {
    const size = fc.nat(8_000);
    fc.assert(
      fc.property(arbitraryHistory, size, size, (history, inputTokens, maxOutputTokens) => {
        const stream = playHistory(history);
        const clock = stream.head().at;
        const told = quote(
          advance(stream.head(), clock).state,
          plannedCall(inputTokens, maxOutputTokens, maxOutputTokens >> 3),
          priceInForce(),
        );
        const command = holdCommand({ operationId: 'op_quoted', ...told.atMost });
        const { outcome } = decideHold(stream.view('op_quoted', clock), command);
        expect(outcome.kind).toBe(told.denial === null ? 'admitted' : 'denied');
        expect(outcome.kind === 'denied' ? outcome.denial : null).toEqual(told.denial);
        if (outcome.kind !== 'admitted') return;
        expect(outcome.entry.state.open.at(-1)).toMatchObject(told.atMost);
        expect(told.effects.every(({ percentAtMost }) => percentAtMost <= 100)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
