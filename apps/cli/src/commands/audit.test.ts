import { describe, expect, it } from 'vitest';
import { runCli } from '../testing/run-cli.ts';

const METER = { tokens: 900, costNanos: 1_500_000n };
const CLEAN = {
  checkedAt: new Date('2026-11-22T12:00:00Z'),
  from: { kind: 'start' as const, seq: 1 },
  entries: 1_203,
  receipts: 600,
  before: { tokens: 0, costNanos: 0n },
  charged: { tokens: 1_000, costNanos: 1_600_000n },
  adjusted: { tokens: -100, costNanos: -100_000n },
  meter: { ...METER, operations: 600 },
  isExact: true,
  findings: [],
  found: 0,
};

const audit = (answer: unknown, ...args: string[]) =>
  runCli(['audit', ...args], { queries: { 'usage.audit': () => answer } });

describe('audit', () => {
  it('says what was verified, and that the meter is the sum of receipts and adjustments, to the nano-dollar', async () => {
    const { out, exitCode } = await audit(CLEAN);
    expect(exitCode).toBe(0);
    expect(out).toContain('Verified 1,203 entries with 600 calls from the first entry on, at 22 Nov 2026');
    expect(out).toContain(
      'The meter says 900 tokens for 1,500,000 nano-dollars; that is receipts 1,000 tokens for 1,600,000 nano-dollars + adjustments -100 tokens for -100,000 nano-dollars.',
    );
  });

  it('names each entry with what is wrong with it, and exits with 1', async () => {
    const findings = [{ seq: 7, problem: 'edited' as const, detail: 'is not what was sealed' }];
    const from = { kind: 'checkpoint' as const, seq: 5 };
    const { out, exitCode } = await audit({ ...CLEAN, from, findings, found: 3, isExact: false });
    expect(exitCode).toBe(1);
    expect(out).toContain('from entry 5, up to which it was found in order before on');
    expect(out).toContain('! The meter says');
    expect(out).toContain('! Entry 7 (edited) is not what was sealed\n! and 2 more');
  });

  it('gives programs exact numbers', async () => {
    const { out } = await audit(CLEAN, '--json');
    expect(JSON.parse(out)).toMatchObject({ found: 0, isExact: true, entries: 1_203 });
  });
});
