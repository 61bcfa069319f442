import { describe, expect, it } from 'vitest';
import type { Analytics } from '../answers.ts';
import { runCli } from '../testing/run-cli.ts';

const counted = (calls: number) => ({
  calls,
  notMade: 0,
  tokens: calls * 1_000,
  costNanos: BigInt(calls) * 10n ** 6n,
});
const USAGE: Analytics = {
  at: new Date('2026-03-17T12:00:00Z'),
  zone: 'Europe/Berlin',
  from: '2026-03-01',
  until: '2026-03-17',
  previousFrom: '2026-02-01',
  previousUntil: '2026-02-17',
  total: counted(3),
  previousTotal: counted(2),
  groups: [{ name: 'resume.parse', total: counted(3), previousTotal: counted(2) }],
  buckets: [
    { from: '2026-03-01', total: counted(0), parts: [] },
    { from: '2026-03-02', total: counted(3), parts: [{ group: 0, ...counted(3) }] },
  ],
  undated: [],
  compared: [],
};

describe('analytics', () => {
  it('asks for what is usual, and shows groups and days with their zone', async () => {
    const asked: unknown[] = [];
    const answer = (input: unknown) => {
      asked.push(input);
      return USAGE;
    };
    const { out, exitCode } = await runCli(['analytics'], { queries: { 'usage.analytics': answer } });
    expect(exitCode).toBe(0);
    expect(asked).toEqual([{ period: 'thisMonth', step: 'day', grouping: 'operation' }]);
    expect(out).toContain('Days are those of Europe/Berlin.');
    expect(out).toContain('50 % more than before');
    expect(out).toMatch(/resume\.parse +3 +3,000 +\$0\.003 +\$0\.002/);
    expect(out).toMatch(/2 Mar 2026 +3 +3,000 +\$0\.003/);
    expect(out).not.toMatch(/1 Mar 2026 +0/);
  });

  it('sends what is asked for', async () => {
    const asked: unknown[] = [];
    const answer = (input: unknown) => {
      asked.push(input);
      return { ...USAGE, groups: [], buckets: [] };
    };
    const args = ['analytics', '--period', '12-months', '--by', 'month', '--group', 'model'];
    const { exitCode } = await runCli(args, { queries: { 'usage.analytics': answer } });
    expect([exitCode, asked]).toEqual([0, [{ period: 'last12Months', step: 'month', grouping: 'model' }]]);
  });

  it.each([
    ['--period', 'ever'],
    ['--period', 'toString'],
    ['--by', 'hour'],
    ['--group', 'person'],
  ])('refuses %s %s before anything is sent', async (...args) => {
    expect((await runCli(['analytics', ...args])).exitCode).toBe(2);
  });
});
