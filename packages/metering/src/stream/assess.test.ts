import { describe, expect, it } from 'vitest';
import { DOLLAR, holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { defaultTerms } from '../terms/terms.ts';
import { assess, assessOperations } from './assess.ts';
import { decideRelease, decideSettle } from './decide-end.ts';
import { decideHold } from './decide-hold.ts';

const NOON = Date.UTC(2026, 5, 10, 12);
const MIDNIGHT = Date.UTC(2026, 5, 11);
const NEXT_MONTH = Date.UTC(2026, 6, 1);

describe('assess', () => {
  it('says where each limit comes from and how the request stands to it', () => {
    const stream = openMemoryStream(NOON, { setByAdmin: { tokensPerDay: 2_000n, costPerDay: null } });
    stream.append(decideHold(stream.view('op_1', NOON), holdCommand()));
    stream.append(decideSettle(stream.view('op_1', NOON), settleCommand({ tokens: 400, costNanos: 7n })));
    stream.append(decideHold(stream.view('op_2', NOON), holdCommand({ operationId: 'op_2', tokens: 100 })));
    const standings = assess(stream.head(), { tokens: 30, costNanos: 5n });
    expect(standings.tokensPerDay).toMatchObject({
      allowed: 2_000n,
      reason: 'admin',
      spent: 400n,
      held: 100n,
      requested: 30n,
      remaining: 1_500n,
    });
    expect(standings.costPerDay).toMatchObject({
      allowed: null,
      reason: 'admin',
      spent: 7n,
      held: DOLLAR / 100n,
      requested: 5n,
      remaining: null,
    });
    expect(standings.tokensPerMonth).toMatchObject({
      allowed: 100_000n,
      reason: 'plan',
      resetsAt: NEXT_MONTH,
    });
  });
});

describe('assessOperations', () => {
  const operationsPerDay = { setByAdmin: { parse: 3n, summarize: null }, loweredByUser: { parse: 2n } };

  it('is empty where no operation has a cap', () => {
    expect(assessOperations(openMemoryStream(NOON, defaultTerms('UTC')).head())).toEqual([]);
  });

  it('counts calls that ended and calls that run, and not those that were given back', () => {
    const stream = openMemoryStream(NOON, { operationsPerDay });
    for (const id of ['op_1', 'op_2', 'op_3']) {
      const command = holdCommand({ operationId: id, operation: 'parse', tokens: 10 });
      stream.append(decideHold(stream.view(id, NOON), command));
      if (id === 'op_1') {
        stream.append(decideSettle(stream.view(id, NOON), settleCommand({ operationId: id })));
      }
      if (id === 'op_2') {
        stream.append(decideRelease(stream.view(id, NOON), { operationId: id, outcome: 'failed' }));
      }
    }
    expect(assessOperations(stream.head())).toEqual([
      {
        limit: 'operationsPerDay',
        unit: 'calls',
        operation: 'parse',
        allowed: 2n,
        reason: 'user',
        granted: 3n,
        spent: 1n,
        held: 1n,
        requested: 1n,
        remaining: 0n,
        startsAt: Date.UTC(2026, 5, 10),
        resetsAt: MIDNIGHT,
      },
      expect.objectContaining({ operation: 'summarize', allowed: null, reason: 'admin', remaining: null }),
    ]);
  });
});
