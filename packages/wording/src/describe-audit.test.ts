import { describe, expect, it } from 'vitest';
import { describeAudit, type AuditReport } from './describe-audit.ts';

const SOUND: AuditReport = {
  from: { kind: 'start', seq: 1 },
  entries: 2_409,
  receipts: 1_204,
  adjusted: { tokens: 0, costNanos: 0n },
  meter: { tokens: 812_345, costNanos: 4_200_000_001n },
  isExact: true,
  findings: [],
  found: 0,
};

describe('describeAudit', () => {
  it('says of a whole record what it comes to, and that it holds', () => {
    expect(describeAudit(SOUND)).toEqual({
      isSound: true,
      title: 'Your meter equals the sum of your 1,204 receipts, and the chain is unbroken',
      details:
        '$4.200000001 and 812,345 tokens in all, to the nano-dollar. 2,409 entries were checked: all there are.',
      problems: [],
    });
  });

  it('does not speak of a sum where there is nothing to add up', () => {
    const { title } = describeAudit({ ...SOUND, receipts: 0, meter: { tokens: 0, costNanos: 0n } });
    expect(title).toBe('There is no receipt yet, your meter stands at nothing, and the chain is unbroken');
  });

  it('claims of a part no more than that part', () => {
    const { title, details } = describeAudit({
      ...SOUND,
      from: { kind: 'checkpoint', seq: 2_400 },
      entries: 10,
    });
    expect(title).toContain('what stood at entry 2,400');
    expect(title).toContain('unbroken from there');
    expect(details).not.toContain('all there are');
  });

  it('tells of adjustments where there are any', () => {
    const { title } = describeAudit({ ...SOUND, adjusted: { tokens: 0, costNanos: -1n } });
    expect(title).toContain('your 1,204 receipts and of what was adjusted,');
  });

  it('names what is wrong, the first few of it', () => {
    const findings = Array.from({ length: 6 }, (_, index) => ({
      seq: index + 1,
      problem: 'edited' as const,
    }));
    const told = describeAudit({ ...SOUND, findings, found: 9 });
    expect(told).toMatchObject({ isSound: false, title: 'The chain of your record is broken' });
    expect(told.problems).toHaveLength(6);
    expect(told.problems[0]).toBe('Entry 1 was changed after it was written.');
    expect(told.problems.at(-1)).toBe('And 4 more.');
  });

  it('says so where the meter is off and no entry is to blame', () => {
    expect(describeAudit({ ...SOUND, isExact: false })).toMatchObject({
      isSound: false,
      title: 'Your meter is not the sum of your receipts',
      problems: [],
    });
  });
});
