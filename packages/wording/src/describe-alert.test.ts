import { describe, expect, it } from 'vitest';
import { describeAlert } from './describe-alert.ts';

const resetsAt = new Date('2026-03-17T23:00:00Z');

describe('an alert', () => {
  it.each([
    {
      alert: { limit: 'tokensPerDay', percent: 80, unit: 'tokens', used: 8_012n, allowed: 10_000n },
      title: 'You have reached 80 % of your limit of tokens per day',
      details: '8,012 of 10,000 tokens, resets 18 Mar 2026, 00:00 Europe/Berlin',
    },
    {
      alert: {
        limit: 'costPerMonth',
        percent: 50,
        unit: 'nanos',
        used: 25_001_234_567n,
        allowed: 50_000_000_000n,
      },
      title: 'You have reached 50 % of your limit of cost per month',
      details: '$25.0012 of $50.00, resets 18 Mar 2026, 00:00 Europe/Berlin',
    },
    {
      alert: {
        limit: 'costPerDay',
        percent: 100,
        unit: 'nanos',
        used: 5_000_000_000n,
        allowed: 5_000_000_000n,
      },
      title: 'You have used up your limit of cost per day',
      details: '$5.00 of $5.00, resets 18 Mar 2026, 00:00 Europe/Berlin',
    },
  ] as const)('says which limit, how much of it, and when it resets: $title', ({ alert, ...said }) => {
    expect(describeAlert({ ...alert, resetsAt }, 'Europe/Berlin')).toEqual(said);
  });
});
