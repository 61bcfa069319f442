import { expect, it } from 'vitest';
import { describeNotice } from './describe-notice.ts';

const amounts = { used: 10_012n, allowed: 10_000n, resetsAt: new Date('2026-03-17T23:00:00Z') };

it('says that a limit which was used up has reset, and when', () => {
  const notice = { kind: 'reset', limit: 'tokensPerDay', unit: 'tokens', ...amounts } as const;
  expect(describeNotice(notice, 'Europe/Berlin')).toEqual({
    title: 'Your limit of tokens per day has reset',
    details: 'Used up at 10,012 of 10,000 tokens, reset 18 Mar 2026, 00:00 Europe/Berlin',
  });
});

it('says which threshold was crossed', () => {
  const notice = { kind: 'crossed', limit: 'costPerMonth', unit: 'nanos', percent: 80, ...amounts } as const;
  expect(describeNotice(notice, 'UTC').title).toBe('You have reached 80 % of your limit of cost per month');
});
