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
      'calls at once             8  the plan          8',
      '',
      'Warned from 80 % of tokens and 80 % of cost on.',
      'Told at 50, 80, 95, 100 % of each limit, once a window.',
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

  it('shows caps of operations, and that limits only warn', async () => {
    const operationsPerDay = {
      'resume.parse': { value: 5n, reason: 'admin', granted: 5n },
      'resume.summarize': { value: null, reason: 'admin', granted: null },
    };
    const limits = {
      ...LIMITS,
      operationsPerDay,
      enforcement: 'soft',
      warnAtPercent: { tokens: 70, cost: 90 },
    };
    const { out } = await runCli(['limits'], { queries: { 'limits.get': () => limits } });
    expect(out).toMatch(/resume\.parse per day +5 {2}an admin +5/);
    expect(out).toMatch(/resume\.summarize per day +unlimited {2}an admin +unlimited/);
    expect(out).toContain('Warned from 70 % of tokens and 90 % of cost on.');
    expect(out).toContain('They only warn');
  });

  it('lowers and restores calls of an operation in a day', async () => {
    const { asked, answers } = recording('limits.lower');
    await runCli(['limits', 'lower', '--calls-per-day', 'resume.parse=5 resume.summarize=1,000'], answers);
    expect(asked).toEqual([{ operationsPerDay: { 'resume.parse': 5n, 'resume.summarize': 1_000n } }]);
    const restoring = recording('limits.restore');
    await runCli(['limits', 'restore', 'calls-per-day'], restoring.answers);
    expect(restoring.asked).toEqual([{ limits: ['operationsPerDay'] }]);
  });

  it('sets from which share on to warn', async () => {
    const { asked, answers } = recording('limits.warn');
    await runCli(['limits', 'warn', '--cost', '100'], answers);
    expect(asked).toEqual([{ cost: 100 }]);
  });

  it('lets an admin set calls of an operation and soft limits, and move a person to a plan', async () => {
    const grant = recording('limits.setFor');
    const args = ['--calls-per-day', 'resume.parse=plan resume.summarize=unlimited', '--enforcement', 'soft'];
    await runCli(['admin', 'limits', 'ada@example.com', ...args], grant.answers);
    expect(grant.asked).toEqual([
      {
        email: 'ada@example.com',
        limits: {},
        operationsPerDay: { 'resume.parse': 'plan', 'resume.summarize': null },
        enforcement: 'soft',
      },
    ]);
    const plan = recording('limits.setPlanFor');
    await runCli(['admin', 'plan', 'ada@example.com', 'basic@1'], plan.answers);
    expect(plan.asked).toEqual([{ email: 'ada@example.com', plan: 'basic@1' }]);
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
    [['limits', 'warn']],
    [['limits', 'warn', '--tokens', '0']],
    [['limits', 'lower', '--calls-per-day', 'resume.parse']],
    [['limits', 'lower', '--calls-per-day', 'resume.fly=5']],
    [['admin', 'limits', 'ada@example.com', '--enforcement', 'gentle']],
    [['admin', 'plan', 'ada@example.com']],
    [['admin', 'plan', 'ada@example.com', 'toString']],
    [['admin']],
  ])('refuses %j before anything is sent', async (args) => {
    expect((await runCli(args)).exitCode).toBe(2);
  });
});
