import { describe, expect, it } from 'vitest';
import { createCallRate } from './create-call-rate.ts';

const NOW = 1_000_000;

describe('createCallRate', () => {
  it('refuses who has used up their calls, says until when, and leaves others alone', () => {
    const { admit } = createCallRate({ perSecond: 10, burst: 2, now: () => NOW });
    admit('ada');
    admit('ada');
    expect(() => admit('ada')).toThrow(
      expect.objectContaining({ code: 'too_many_requests', details: { retryAt: new Date(NOW + 100) } }),
    );
    expect(() => admit('grace')).not.toThrow();
  });

  it('remembers those who came last, however many come', () => {
    const { admit } = createCallRate({ burst: 1, mostPeople: 2, now: () => NOW });
    admit('ada');
    admit('grace');
    admit('alan');
    expect(() => admit('grace')).toThrow('too many requests');
    expect(() => admit('ada')).not.toThrow();
  });
});
