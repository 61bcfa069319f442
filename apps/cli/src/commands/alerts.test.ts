import { describe, expect, it } from 'vitest';
import { LIMITS } from '../testing/samples.ts';
import { runCli } from '../testing/run-cli.ts';

const crossed = (seq: number, isRead: boolean) => ({
  kind: 'crossed',
  seq,
  limit: 'tokensPerDay',
  unit: 'tokens',
  percent: 80,
  at: new Date('2026-03-17T08:00:00Z'),
  used: 8_012n,
  allowed: 10_000n,
  resetsAt: new Date('2026-03-17T23:00:00Z'),
  isRead,
});
const seenUpTo = { at: new Date('2026-03-17T08:00:00Z'), seq: 9 };
const page = { notifications: [crossed(9, false), crossed(3, true)], unread: 1, seenUpTo, nextCursor: null };

/** A server that answers with this page and notes what it is told. */
function server(answer: unknown = page) {
  const told: unknown[] = [];
  const note = (input: unknown) => {
    told.push(input);
    return input;
  };
  const mutations = { 'notifications.markRead': note, 'notifications.setSettings': note };
  return { told, answers: { queries: { 'notifications.list': () => answer }, mutations } };
}

describe('alerts', () => {
  it('shows what was crossed and when it resets, and which are new', async () => {
    const { told, answers } = server();
    const { out, exitCode } = await runCli(['alerts'], answers);
    expect(exitCode).toBe(0);
    expect(out.split('\n')).toEqual([
      '17 Mar 2026, 09:00  You have reached 80 % of your limit of tokens per day (new)',
      '                    8,012 of 10,000 tokens, resets 18 Mar 2026, 00:00 Europe/Berlin',
      '17 Mar 2026, 09:00  You have reached 80 % of your limit of tokens per day',
      '                    8,012 of 10,000 tokens, resets 18 Mar 2026, 00:00 Europe/Berlin',
      '',
    ]);
    expect(told).toEqual([]);
  });

  it('marks as read what was there when it was listed, when asked to', async () => {
    const { told, answers } = server();
    await runCli(['alerts', '--read'], answers);
    expect(told).toEqual([{ seenUpTo }]);
  });

  it('shows that a limit has reset', async () => {
    const { percent: _, ...limit } = crossed(9, false);
    const { answers } = server({ ...page, notifications: [{ ...limit, kind: 'reset' }] });
    expect((await runCli(['alerts'], answers)).out).toContain('Your limit of tokens per day has reset (new)');
  });

  it('marks nothing where there is nothing, and says so', async () => {
    const { told, answers } = server({ notifications: [], unread: 0, seenUpTo: null, nextCursor: null });
    const { out, err } = await runCli(['alerts', '--read'], answers);
    expect([out, told]).toEqual(['', []]);
    expect(err).toContain('No limit');
  });

  it('switches mails', async () => {
    const { told, answers } = server();
    await runCli(['alerts', '--mail', 'off'], answers);
    expect(told).toEqual([{ byMail: false }]);
    expect((await runCli(['alerts', '--mail', 'never'], answers)).exitCode).toBe(2);
  });

  it('prints exact amounts for programs', async () => {
    const { out } = await runCli(['alerts', '--json'], server().answers);
    expect(JSON.parse(out)).toMatchObject({ unread: 1, notifications: [{ used: 8_012 }, {}] });
  });
});

describe('limits alert', () => {
  it.each([
    { args: ['80', '50', '100'], percents: [80, 50, 100] },
    { args: ['none'], percents: [] },
  ])('sets the shares $args', async ({ args, percents }) => {
    const asked: unknown[] = [];
    const alertAt = (input: unknown) => {
      asked.push(input);
      return { ...LIMITS, alertAtPercent: percents };
    };
    await runCli(['limits', 'alert', ...args], { mutations: { 'limits.alertAt': alertAt } });
    expect(asked).toEqual([{ percents }]);
  });

  it.each([[], ['0'], ['101'], ['8.5'], ['none', '80']])(
    'refuses %j before anything is sent',
    async (...args) => {
      expect((await runCli(['limits', 'alert', ...args])).exitCode).toBe(2);
    },
  );
});
