import { describe, expect, it } from 'vitest';
import { holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream } from '../../testing/memory-stream.ts';
import { decideAdjust, type AdjustCommand } from './decide-adjust.ts';
import { decideSettle } from './decide-end.ts';
import { decideHold } from './decide-hold.ts';

const NOON = Date.UTC(2026, 5, 10, 12);
const MONTH_LATER = Date.UTC(2026, 6, 10, 12);

/** A person who spent 5 000 tokens and 50 000 nano-dollars. */
function streamWithUse() {
  const stream = openMemoryStream(NOON);
  stream.append(decideHold(stream.view('op_1', NOON), holdCommand({ tokens: 5_000 })));
  const used = settleCommand({ tokens: 5_000, costNanos: 50_000n });
  stream.append(decideSettle(stream.view('op_1', NOON), used));
  const adjust = (changes: Partial<AdjustCommand> = {}, at = NOON) => {
    const command: AdjustCommand = {
      operationId: 'adj_1',
      tokens: -1_000,
      costNanos: -10_000n,
      scope: 'day',
      reason: 'refund',
      actor: 'usr_admin',
      ...changes,
    };
    return stream.append(decideAdjust(stream.view(command.operationId, at), command));
  };
  return { stream, adjust };
}

describe('decideAdjust', () => {
  it.each([
    ['day', { day: 4_000, month: 4_000, lifetime: 4_000 }],
    ['month', { day: 5_000, month: 4_000, lifetime: 4_000 }],
    ['lifetime', { day: 5_000, month: 5_000, lifetime: 4_000 }],
  ] as const)('acts on the running windows that its scope %s names', (scope, expected) => {
    const { stream, adjust } = streamWithUse();
    adjust({ scope });
    const { day, month, lifetime } = stream.head();
    expect({
      day: day.spent.tokens,
      month: month.spent.tokens,
      lifetime: lifetime.tokens,
    }).toEqual(expected);
    expect(lifetime.operations).toBe(1);
  });

  it('gives the room back that it refunds', () => {
    const { stream, adjust } = streamWithUse();
    const call = () => holdCommand({ operationId: 'op_2', tokens: 6_000 });
    expect(decideHold(stream.view('op_2', NOON), call()).outcome.kind).toBe('denied');
    adjust();
    expect(decideHold(stream.view('op_2', NOON), call()).outcome.kind).toBe('admitted');
  });

  it('tells of a threshold that it crosses, as spending does', () => {
    const { stream, adjust } = streamWithUse();
    adjust({ tokens: 3_000, costNanos: 0n, reason: 'repair' });
    expect(stream.head().crossed).toEqual([{ limit: 'tokensPerDay', percent: 80 }]);
  });

  it.each([
    { scope: 'day', at: NOON, named: 'this day', tokens: -5_001 },
    { scope: 'day', at: MONTH_LATER, named: 'this day', tokens: -1 },
    { scope: 'month', at: MONTH_LATER, named: 'this month', tokens: -1 },
    { scope: 'lifetime', at: MONTH_LATER, named: 'all time', tokens: -5_001 },
  ] as const)('refuses to give back in a $scope more than was used in $named', ({ at, named, ...asked }) => {
    const { stream, adjust } = streamWithUse();
    expect(() => adjust({ ...asked, costNanos: 0n }, at)).toThrow(
      expect.objectContaining({ code: 'bad_input', message: expect.stringContaining(named) }),
    );
    expect(stream.head().seq).toBe(3);
  });

  it('gives back in all what was used in a month that has ended', () => {
    const { stream, adjust } = streamWithUse();
    adjust({ scope: 'lifetime', tokens: -5_000 }, MONTH_LATER);
    expect(stream.head().lifetime.tokens).toBe(0);
  });

  it('refuses an adjustment of nothing, and a refund or goodwill that charges', () => {
    const { adjust } = streamWithUse();
    const refused = expect.objectContaining({ code: 'bad_input' });
    expect(() => adjust({ tokens: 0, costNanos: 0n })).toThrow(refused);
    expect(() => adjust({ tokens: 1 })).toThrow(refused);
    expect(() => adjust({ reason: 'goodwill', costNanos: 1n })).toThrow(refused);
  });

  it('happens once for each id, and refuses another adjustment under it', () => {
    const { stream, adjust } = streamWithUse();
    const { fact } = adjust();
    const again = adjust();
    expect(again).toEqual({ fact, state: stream.head() });
    expect(stream.head().seq).toBe(4);
    expect(() => adjust({ tokens: -1_001 })).toThrow(expect.objectContaining({ code: 'key_reused' }));
  });
});
