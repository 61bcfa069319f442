import { describe, expect, it } from 'vitest';
import { describeOutcome } from './describe-outcome.ts';

const RECEIPT = { status: 'settled', outcome: 'completed', isEstimated: false, isCorrected: false } as const;

describe('describeOutcome', () => {
  it.each([
    [{}, 'Completed', null],
    [{ outcome: 'stopped', isEstimated: true }, 'Stopped', 'estimated until the provider reports'],
    [{ outcome: 'stopped', isCorrected: true }, 'Stopped', 'corrected since'],
    [{ status: 'held', outcome: null }, 'Running', 'held until it ends'],
    [{ status: 'released', outcome: 'failed' }, 'Failed', 'not charged'],
    [
      { status: 'expired', outcome: null, isEstimated: true },
      'Expired',
      'estimated until the provider reports',
    ],
  ] as const)('%o is %s, %s', (difference, text, note) => {
    expect(describeOutcome({ ...RECEIPT, ...difference })).toMatchObject({ text, note });
  });
});
