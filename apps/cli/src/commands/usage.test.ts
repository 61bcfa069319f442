import { describe, expect, it } from 'vitest';
import { RECEIPT, SUMMARY } from '../testing/samples.ts';
import { runCli } from '../testing/run-cli.ts';

describe('usage', () => {
  it('shows both windows, what is near its limit, and all there ever was', async () => {
    const { out, exitCode } = await runCli(['usage'], { queries: { 'usage.summary': () => SUMMARY } });
    expect(exitCode).toBe(0);
    expect(out).toContain('Usage on plan free@1, as of 17 Mar 2026, 09:00 Europe/Berlin');
    expect(out).toContain('  tokens  ████████▒░  83.4 %  8,340 used + 1,000 held of 10,000, 660 left');
    expect(out).toContain('! 83.4 % of tokens per day is used (warned from 80 %)');
    expect(out).toContain('In all    $1.23 for 98,340 tokens in 41 calls');
    expect(out).toContain('1 Feb 2026');
  });

  it('has no bar for what is unlimited', async () => {
    const tokens = {
      ...SUMMARY.day.tokens,
      limit: null,
      remaining: null,
      percentUsed: null,
      percentHeld: null,
    };
    const summary = { ...SUMMARY, day: { ...SUMMARY.day, tokens } };
    const { out } = await runCli(['usage'], { queries: { 'usage.summary': () => summary } });
    expect(out).toContain('  tokens  8,340 used + 1,000 held, unlimited\n');
  });

  it('tells little from nothing, and rounds dollars against the person', async () => {
    const cost = { ...SUMMARY.day.cost, percentUsed: 0 };
    const little = { ...cost, limit: 50_000_000_000n, used: 40_128_000n, remaining: 49_959_872_000n };
    const nothing = { ...little, used: 0n, remaining: 50_000_000_000n };
    const summary = {
      ...SUMMARY,
      day: { ...SUMMARY.day, cost: nothing },
      month: { ...SUMMARY.month, cost: little },
    };
    const { out } = await runCli(['usage'], { queries: { 'usage.summary': () => summary } });
    expect(out).toMatch(/ {2}cost {4}░+ {5}0 % {2}\$0\.00 used of \$50\.00, \$50\.00 left/);
    expect(out).toMatch(/ {2}cost {4}▏░+ {2}<0\.1 % {2}\$0\.040128 used of \$50\.00, \$49\.9598 left/);
  });

  it('stays within the terminal, with a bar', async () => {
    const cost = { ...SUMMARY.day.cost, limit: 5_000_000_000n, used: 1_200_000n, remaining: 4_998_800_000n };
    const summary = {
      ...SUMMARY,
      day: { ...SUMMARY.day, cost },
      month: { ...SUMMARY.month, cost },
    };
    let out = '';
    const screen = { write: (text: string) => void (out += text), columns: 80, isColored: false };
    await runCli(['usage'], { queries: { 'usage.summary': () => summary } }, { out: screen });
    const widths = out.split('\n').map(({ length }) => length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(80);
  });

  it('prints the same numbers for programs', async () => {
    const { out } = await runCli(['usage', '--json'], { queries: { 'usage.summary': () => SUMMARY } });
    expect(out).toContain('"usedNanos": 9007199254740993,');
    expect(JSON.parse(out)).toMatchObject({
      zone: 'Europe/Berlin',
      day: { tokens: { used: 8340, held: 1000 } },
      lifetime: { tokens: 98340, costNanos: 1230000000, operations: 41 },
      warnings: [{ limit: 'tokensPerDay', percentUsed: 83.4 }],
      pastMonths: [{ startsAt: '2026-01-31T23:00:00.000Z', tokens: 90000 }],
    });
  });

  it('lists receipts by page', async () => {
    const asked: unknown[] = [];
    const list = (input: unknown) => {
      asked.push(input);
      return { receipts: [RECEIPT], nextCursor: 7 };
    };
    const { out, err } = await runCli(['usage', '--receipts', '--limit', '1', '--cursor', '9'], {
      queries: { 'usage.list': list },
    });
    expect(asked).toEqual([{ limit: 1, cursor: 9 }]);
    expect(out).toContain('Times are in Europe/Berlin.\n\nBegun ');
    expect(err).toBe('More: npm run -s cli -- usage --receipts --limit 1 --cursor 7\n');
  });

  it('goes on from a page with a whole command line', async () => {
    const list = () => ({ receipts: [RECEIPT], nextCursor: 112 });
    const { err } = await runCli(['usage', '--receipts'], { queries: { 'usage.list': list } });
    expect(err).toBe('More: npm run -s cli -- usage --receipts --cursor 112\n');
  });

  it('shows one receipt, its classes unknown while it runs', async () => {
    const running = {
      ...RECEIPT,
      status: 'held',
      outcome: null,
      tokens: null,
      charged: { tokens: 0, costNanos: 0n },
      endedAt: null,
    };
    const { out } = await runCli(['usage', 'op_1', '--json'], {
      queries: { 'usage.receipt': () => running },
    });
    expect(JSON.parse(out)).toMatchObject({
      status: 'held',
      tokens: { input: null, cachedInput: null, output: null, reasoning: null, total: 0 },
      costNanos: 0,
      endedAt: null,
    });
  });

  it.each([
    [['usage', '--limit', '5']],
    [['usage', '--receipts', '--limit', '0']],
    [['usage', '--receipts', '--limit', '101']],
    [['usage', '--receipts', '--cursor', 'x']],
    [['usage', 'op_1', '--receipts']],
  ])('refuses %j before anything is sent', async (args) => {
    expect((await runCli(args)).exitCode).toBe(2);
  });
});
