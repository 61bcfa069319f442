import { describe, expect, it } from 'vitest';
import { runCli } from '../testing/run-cli.ts';

const SPENT = { tokens: 4_000, costNanos: 2_000_000n };
const ADJUSTMENT = {
  operationId: 'adj_1',
  at: new Date('2026-11-22T12:00:00Z'),
  tokens: -1_000,
  costNanos: -250_000_000n,
  scope: 'day' as const,
  reason: 'refund' as const,
  note: 'The answer was\nof no use.',
  by: 'admin' as const,
};
const ANSWER = { adjustment: ADJUSTMENT, spent: { day: SPENT, month: SPENT, lifetime: SPENT } };

async function adjust(...args: string[]) {
  const asked: unknown[] = [];
  const answer = (input: unknown) => {
    asked.push(input);
    return ANSWER;
  };
  const mutations = { 'usage.adjustFor': answer };
  return { ...(await runCli(['admin', 'adjust', ...args], { mutations })), asked };
}

describe('admin adjust', () => {
  it('gives back amounts as they are typed, and tells what is spent then', async () => {
    const args = ['ada@example.com', '--tokens', '1,000', '--cost', '0.25', '--note', 'no use'];
    const { asked, out, exitCode } = await adjust(...args);
    const amounts = { tokens: -1_000, costNanos: -250_000_000n };
    expect(exitCode).toBe(0);
    expect(asked).toEqual([
      { email: 'ada@example.com', ...amounts, scope: 'day', reason: 'refund', note: 'no use' },
    ]);
    expect(out).toContain('Day       4,000 tokens, $0.002');
  });

  it('charges what was missed, where that is said', async () => {
    const more = ['--scope', 'lifetime', '--reason', 'repair', '--note', 'missed', '--key', 'the key of it'];
    const { asked } = await adjust('ada@example.com', '--tokens', '5', '--charge', ...more);
    expect(asked).toMatchObject([
      { tokens: 5, scope: 'lifetime', reason: 'repair', idempotencyKey: 'the key of it' },
    ]);
  });

  it.each([
    [[]],
    [['ada@example.com', '--note', 'n']],
    [['ada@example.com', '--tokens', '5']],
    [['ada@example.com', '--tokens', '5', '--note', 'n', '--scope', 'week']],
    [['ada@example.com', '--tokens', '5', '--note', 'n', '--reason', 'toString']],
    [['ada@example.com', '--tokens', 'five', '--note', 'n']],
  ])('refuses %j before anything is sent', async (args) => {
    const { exitCode, asked } = await adjust(...args);
    expect([exitCode, asked]).toEqual([2, []]);
  });
});

describe('usage --adjustments', () => {
  const list = (args: string[], adjustments: unknown[], nextCursor: number | null = null) =>
    runCli(['usage', '--adjustments', ...args], {
      queries: { 'usage.adjustments': () => ({ adjustments, nextCursor }) },
    });

  it('lists what was given back and why, on a line each', async () => {
    const { out, err } = await list([], [ADJUSTMENT], 7);
    expect(out).toContain('refund  -1,000  -$0.25  day, month, lifetime  The answer was of no use.');
    expect(err).toContain('usage --adjustments --cursor 7');
  });

  it('says so where there is none', async () => {
    expect((await list([], [])).err).toContain('Nothing was adjusted yet.');
  });

  it('is one list at a time', async () => {
    expect((await runCli(['usage', '--adjustments', '--receipts'])).exitCode).toBe(2);
    expect((await list(['--cursor', 'x'], [])).exitCode).toBe(2);
  });
});
