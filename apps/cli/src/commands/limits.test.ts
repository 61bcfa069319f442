import { describe, expect, it } from 'vitest';
import { DENIAL, LIMITS } from '../testing/samples.ts';
import { runCli } from '../testing/run-cli.ts';

/** A server that notes what it is asked. */
function recording(path: string) {
  const asked: unknown[] = [];
  const answer = (input: unknown) => {
    asked.push(input);
    return LIMITS;
  };
  return { asked, answers: { mutations: { [path]: answer } } };
}

describe('limits', () => {
  it('shows each limit with its value and who set it', async () => {
    const { out } = await runCli(['limits'], { queries: { 'limits.get': () => LIMITS } });
    expect(out.split('\n').slice(2)).toEqual([
      'Limit                 Value  Set by      Granted',
      'tokens per day        5,000  you          10,000',
      'cost per day          $5.00  the plan      $5.00',
      'tokens per month  unlimited  an admin  unlimited',
      'cost per month       $50.00  the plan     $50.00',
      'calls at once             8',
      '',
    ]);
  });

  it('prints exact amounts for programs', async () => {
    const { out } = await runCli(['limits', '--json'], { queries: { 'limits.get': () => LIMITS } });
    expect(JSON.parse(out)).toMatchObject({
      limits: { costPerDay: { value: 5_000_000_000, reason: 'plan' } },
    });
  });

  it('lowers exactly the limits that are named', async () => {
    const { asked, answers } = recording('limits.lower');
    const args = ['limits', 'lower', '--tokens-per-day', '5,000', '--cost-per-month', '2.50'];
    expect((await runCli(args, answers)).exitCode).toBe(0);
    expect(asked).toEqual([{ tokensPerDay: 5_000n, costPerMonth: 2_500_000_000n }]);
  });

  it('restores the limits that are named, or all', async () => {
    const { asked, answers } = recording('limits.restore');
    await runCli(['limits', 'restore', 'cost-per-day'], answers);
    await runCli(['limits', 'restore'], answers);
    expect(asked).toEqual([{ limits: ['costPerDay'] }, {}]);
  });

  it('tells by the exit code whether a call would be admitted', async () => {
    const check = (denial: unknown) => ({
      queries: { 'limits.check': () => ({ isAdmitted: denial === null, denial }) },
    });
    const admitted = await runCli(['limits', 'check', '--tokens', '500', '--cost', '0.01'], check(null));
    expect([admitted.exitCode, admitted.out]).toEqual([0, 'It would be admitted now.\n']);
    const refused = await runCli(['limits', 'check', '--tokens', '3000'], check(DENIAL));
    expect(refused.exitCode).toBe(3);
    expect(refused.out).toContain('Left       660');
  });

  it('lets an admin set amounts, no limit, and the plan again', async () => {
    const { asked, answers } = recording('limits.setFor');
    const flags = ['--tokens-per-day', 'unlimited', '--cost-per-day', 'plan', '--cost-per-month', '0'];
    await runCli(['admin', 'limits', 'ada@example.com', ...flags, '--calls-at-once', 'plan'], answers);
    await runCli(['admin', 'limits', 'ada@example.com', '--calls-at-once', '0'], answers);
    expect(asked).toEqual([
      {
        email: 'ada@example.com',
        limits: { tokensPerDay: null, costPerDay: 'plan', costPerMonth: 0n },
        maxInFlight: null,
      },
      { email: 'ada@example.com', limits: {}, maxInFlight: 0 },
    ]);
  });

  it.each([
    [['limits', 'extra']],
    [['limits', 'lower']],
    [['limits', 'lower', '--tokens-per-day', 'unlimited']],
    [['limits', 'lower', '--tokens-per-day', '-5']],
    [['limits', 'restore', 'tokensPerDay']],
    [['limits', 'check']],
    [['admin', 'limits', 'ada@example.com']],
    [['admin', 'limits', '--tokens-per-day', '5']],
    [['admin']],
  ])('refuses %j before anything is sent', async (args) => {
    expect((await runCli(args)).exitCode).toBe(2);
  });
});
