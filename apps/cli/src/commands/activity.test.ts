import { describe, expect, it } from 'vitest';
import { runCli } from '../testing/run-cli.ts';
import { RECEIPT } from '../testing/samples.ts';

const CALL = { kind: 'call', ...RECEIPT, subject: { kind: 'resume', id: 'res_1', title: 'Mine' } };
const ADJUSTMENT = {
  kind: 'adjustment',
  operationId: 'adj_1',
  at: new Date('2026-03-17T09:00:00Z'),
  tokens: -10,
  costNanos: -250_000_000n,
  scope: 'day',
  reason: 'refund',
  note: 'of no use',
  by: 'admin',
  subject: null,
};

async function list(args: string[], page: { entries?: unknown[]; nextCursor?: number; lookedBackTo?: Date }) {
  const asked: unknown[] = [];
  const answer = (input: unknown) => {
    asked.push(input);
    return { entries: [], nextCursor: null, lookedBackTo: null, zone: 'Europe/Berlin', ...page };
  };
  return { ...(await runCli(['activity', ...args], { queries: { 'usage.activity': answer } })), asked };
}

describe('activity', () => {
  it('lists calls and adjustments, each with its outcome', async () => {
    const { out, exitCode } = await list([], { entries: [ADJUSTMENT, CALL] });
    expect(exitCode).toBe(0);
    expect(out).toContain('Times are in Europe/Berlin.');
    expect(out).toMatch(/17 Mar 2026, 10:00 +refund +adjusted +-10 +-\$0\.25 +adj_1/);
    expect(out).toMatch(/resume\.parse +Mine +gpt-4\.1-mini +completed +1,340 +\$0\.0042 +op_1/);
  });

  it('asks for what is looked for, and tells how to go on with it', async () => {
    const args = ['--outcome', 'expired', '--from', '2026-03-01', '--search', "Ada's"];
    const { asked, err } = await list(args, {
      nextCursor: 7,
      lookedBackTo: new Date('2026-02-01T00:00:00Z'),
    });
    const query = { ending: 'expired', from: '2026-03-01', search: "Ada's" };
    expect(asked).toEqual([{ query, limit: 20, cursor: null }]);
    expect(err).toContain('Nothing matches so far.');
    expect(err).toContain('Looked back to 1 Feb 2026.');
    expect(err).toContain(`activity --outcome expired --from 2026-03-01 --search 'Ada'\\''s' --cursor 7`);
  });

  it('prints the same for programs, with exact nano-dollars', async () => {
    const { out } = await list(['--json'], { entries: [ADJUSTMENT, CALL] });
    expect(JSON.parse(out)).toMatchObject({
      entries: [
        { kind: 'adjustment', costNanos: -250_000_000, note: 'of no use' },
        { kind: 'call', operationId: 'op_1', costNanos: 4_200_000, subject: { title: 'Mine' } },
      ],
      nextCursor: null,
      zone: 'Europe/Berlin',
    });
  });

  it.each([[['--outcome', 'toString']], [['--cursor', 'x']], [['--limit', '0']], [['op_1']]])(
    'refuses %j before anything is sent',
    async (args) => {
      const { exitCode, asked } = await list(args, {});
      expect([exitCode, asked]).toEqual([2, []]);
    },
  );
});
