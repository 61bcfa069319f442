import { describe, expect, it } from 'vitest';
import { describeOutlook, type OutlookOfLimit } from './describe-outlook.ts';

const at = new Date('2026-03-28T17:00:00Z');
const endsAt = new Date('2026-03-31T22:00:00Z');
const binding: OutlookOfLimit = {
  name: 'tokensPerMonth',
  limit: 100_000n,
  soFar: 50_000n,
  expected: 74_400n,
  reachedAt: null,
  earliestAt: null,
  endsAt,
};
const outlook = (changes: Partial<OutlookOfLimit> = {}, isSoft = false) =>
  describeOutlook({ ...binding, ...changes }, { zone: 'Europe/Berlin', isSoft });

describe('what comes of going on as before', () => {
  it('is staying within the limits, and says which is nearest', () => {
    expect(outlook()).toEqual({
      standing: 'within',
      title: 'You would stay within all of your limits',
      details: 'The nearest is tokens per month: about 74 % of it by 1 Apr 2026, 00:00.',
    });
    expect(outlook({ expected: 3n }).details).toMatch(/about less than 1 % of it/);
  });

  it('may be a limit that busier days reach', () => {
    const { standing, details } = outlook({ earliestAt: at });
    expect(standing).toBe('near');
    expect(details).toMatch(/your limit of tokens per month: 28 Mar 2026, 18:00 at the earliest\.$/);
  });

  it('is a limit that is reached, when, and what that does', () => {
    const { standing, title, details } = outlook({ reachedAt: at, earliestAt: at });
    expect(standing).toBe('over');
    expect(title).toBe('You would reach your limit of tokens per month 28 Mar 2026, 18:00');
    expect(details).toMatch(/are refused from then on, until it resets 1 Apr 2026, 00:00\.$/);
    expect(outlook({ reachedAt: at }, true).details).toMatch(/only warn/);
  });

  it('is nothing that could come where a limit is used up already, or where there is none', () => {
    const over = { soFar: 100_000n, reachedAt: endsAt };
    expect(outlook(over)).toMatchObject({
      title: 'Your limit of tokens per month is used up',
      details: 'It resets 1 Apr 2026, 00:00.',
    });
    expect(outlook(over, true).details).toMatch(/only warn/);
    expect(describeOutlook(null, { zone: 'UTC', isSoft: false }).title).toBe('Nothing limits your use');
  });
});
