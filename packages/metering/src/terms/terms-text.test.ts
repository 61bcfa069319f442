import { describe, expect, it } from 'vitest';
import { defaultTerms, type TermsRecord } from './terms.ts';
import { decodeTerms, encodeTerms } from './terms-text.ts';

const record = (changes: Partial<TermsRecord['inForce']> = {}): TermsRecord => ({
  inForce: { ...defaultTerms('Europe/Berlin'), ...changes },
  scheduled: null,
});

describe('the text of terms', () => {
  it('keeps limits past what a number can hold, unlimited, and nothing', () => {
    const limits = { tokensPerDay: 0n, costPerDay: 999_999_999_999_999_999n, tokensPerMonth: null };
    const terms: TermsRecord = {
      inForce: record({ setByAdmin: limits, loweredByUser: { costPerMonth: 1n }, maxInFlight: 0 }).inForce,
      scheduled: { at: Date.UTC(2026, 0, 1), terms: defaultTerms('Asia/Tokyo') },
    };
    expect(decodeTerms(encodeTerms(terms))).toEqual(terms);
  });

  it.each([
    ['a limit below nothing', { setByAdmin: { tokensPerDay: -1n } }],
    ['a limit of more than 18 digits', { setByAdmin: { costPerDay: 10n ** 18n } }],
    ['a zone that is none', { zone: 'Mars/Olympus' }],
    ['a day that no month has', { anchorDay: 32 }],
    ['more calls at once than the head can carry', { maxInFlight: 33 }],
  ])('is not written with %s, since no one could read the stream again', (_, changes) => {
    expect(() => encodeTerms(record(changes))).toThrow(/./);
  });
});
