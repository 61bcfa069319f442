import { describe, expect, it } from 'vitest';
import type { Audit } from '../usage/answers.ts';
import { auditToShow } from './audit-to-show.ts';

const NOTHING = { tokens: 0, costNanos: 0n };

function audit(changes: Partial<Audit>): Audit {
  return {
    checkedAt: new Date(0),
    from: { kind: 'start', seq: 1 },
    entries: 3,
    receipts: 1,
    charged: NOTHING,
    adjusted: NOTHING,
    before: NOTHING,
    meter: { ...NOTHING, operations: 1 },
    isExact: true,
    findings: [],
    found: 0,
    ...changes,
  };
}

const [EARLIER, LATER] = [new Date(1_000), new Date(2_000)];
const part: Audit['from'] = { kind: 'checkpoint', seq: 9 };

describe('auditToShow', () => {
  it('is whichever there is', () => {
    const glance = audit({ from: part });
    const whole = audit({});
    expect(auditToShow(undefined, undefined)).toBeUndefined();
    expect(auditToShow(glance, undefined)).toBe(glance);
    expect(auditToShow(undefined, whole)).toBe(whole);
  });

  it('is the whole check, however old, while newer glances at a part find nothing', () => {
    const whole = audit({ checkedAt: EARLIER });
    expect(auditToShow(audit({ checkedAt: LATER, from: part }), whole)).toBe(whole);
  });

  it('is a newer glance that found something, or that saw all there is', () => {
    const whole = audit({ checkedAt: EARLIER });
    for (const changes of [{ from: part, found: 1 }, { from: part, isExact: false }, {}]) {
      const glance = audit({ checkedAt: LATER, ...changes });
      expect(auditToShow(glance, whole)).toBe(glance);
    }
  });

  it('is never an older glance', () => {
    const whole = audit({ checkedAt: LATER });
    expect(auditToShow(audit({ checkedAt: EARLIER, found: 1 }), whole)).toBe(whole);
  });
});
