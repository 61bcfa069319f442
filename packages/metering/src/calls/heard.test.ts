import type { ModelUsage } from '@resumint/ai';
import { describe, expect, it } from 'vitest';
import { holdCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { OPENAI_PRICES } from '../prices/openai-prices.ts';
import { priceCall } from '../prices/price.ts';
import { decideHold } from '../stream/decide-hold.ts';
import { windowUsage } from '../usage/window-usage.ts';
import { lostSettlement, settlementOf, type Heard } from './heard.ts';
import { worstCase, type PlannedCall } from './planned-call.ts';
import type { AdmittedCall } from './start-call.ts';

const NOON = Date.UTC(2026, 5, 10, 12);
const countTokens = (text: string) => text.length;

function admittedCall(): AdmittedCall {
  const [price] = OPENAI_PRICES;
  if (!price) throw new Error('the price list is empty');
  const request = { model: price.model, instructions: '', input: '', maxOutputTokens: 400 };
  const plan: PlannedCall = {
    operation: 'summarize',
    subjectId: 'res_1',
    request,
    inputTokens: 600,
    expectedOutputTokens: 100,
    leastOutputTokens: 50,
    otherModels: [],
  };
  const stream = openMemoryStream(NOON);
  const command = holdCommand({ ...worstCase({ call: plan, price }), inputTokens: 600, outputTokens: 400 });
  const outcome = stream.append(decideHold(stream.view('op_1', NOON), command));
  if (outcome.kind !== 'admitted') throw new Error('the call fits');
  const { fact: hold, state } = outcome.entry;
  return { userId: 'usr_1', plan, price, hold, windowsAfter: windowUsage(state), elapsed: () => 0 };
}

const heardWith = (text: string, usage?: ModelUsage | null): Heard => ({
  text,
  finished: usage === undefined ? null : { type: 'finished', outcome: 'completed', usage },
});

describe('settlementOf', () => {
  it('charges what the provider reported, whatever was counted, even above what was held', () => {
    const call = admittedCall();
    const usage = { inputTokens: 700, cachedInputTokens: 100, outputTokens: 500, reasoningTokens: 90 };
    const amount = priceCall(call.price, usage);
    expect(
      settlementOf({ countTokens }, call, { heard: heardWith('abc', usage), outcome: 'completed' }),
    ).toEqual({
      operationId: 'op_1',
      ...usage,
      ...amount,
      isEstimated: false,
      outcome: 'completed',
    });
    expect(amount.tokens).toBeGreaterThan(call.hold.tokens);
  });

  it.each([
    ['the provider left its usage out', heardWith('abcdef', null), 6],
    ['it was stopped', heardWith('abc'), 3],
    ['it was stopped before anything arrived', heardWith(''), 0],
    ['more is counted than it could answer', heardWith('x'.repeat(1_000)), 400],
  ])('estimates all of the input and what arrived when %s', (_, heard, outputTokens) => {
    const call = admittedCall();
    const settlement = settlementOf({ countTokens }, call, { heard, outcome: 'stopped' });
    expect(settlement).toMatchObject({
      inputTokens: 600,
      cachedInputTokens: 0,
      outputTokens,
      isEstimated: true,
    });
    expect(settlement.tokens).toBeLessThanOrEqual(call.hold.tokens);
    expect(settlement.costNanos).toBeLessThanOrEqual(call.hold.costNanos);
  });
});

describe('lostSettlement', () => {
  it('charges all that was held, as an estimate', () => {
    const call = admittedCall();
    const { tokens, costNanos } = call.hold;
    expect(lostSettlement(call)).toMatchObject({
      tokens,
      costNanos,
      isEstimated: true,
      outcome: 'lost',
      inputTokens: 600,
      outputTokens: 400,
    });
  });
});
