import { describe, expect, it } from 'vitest';
import { defaultTerms, type TermsRecord } from './terms.ts';
import { decodeTerms, encodeTerms, versionOfTerms } from './terms-text.ts';

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
    ['a plan that is none', { plan: JSON.parse('"toString"') }],
    ['calls below nothing', { operationsPerDay: { setByAdmin: { parse: -1n }, loweredByUser: {} } }],
    ['a limit of more than 18 digits', { setByAdmin: { costPerDay: 10n ** 18n } }],
    ['a zone that is none', { zone: 'Mars/Olympus' }],
    ['a day that no month has', { anchorDay: 32 }],
    ['more calls at once than the head can carry', { maxInFlight: 33 }],
  ])('is not written with %s, since no one could read the stream again', (_, changes) => {
    expect(() => encodeTerms(record(changes))).toThrow(/./);
  });

  it('keeps caps of operations and soft limits', () => {
    const operationsPerDay = { setByAdmin: { parse: 5n, summarize: null }, loweredByUser: { parse: 3n } };
    const terms = record({ operationsPerDay, enforcement: 'soft', plan: 'basic@1' });
    expect(decodeTerms(encodeTerms(terms))).toEqual(terms);
  });

  // As streams have them: their audit compares texts, so each has to come out as it went in.
  it.each([
    '{"inForce":{"plan":"free@1","zone":"UTC","anchorDay":1,"setByAdmin":{},"loweredByUser":{},"maxInFlight":null,"warnAtPercent":{"tokens":80,"cost":80}},"scheduled":null}',
    '{"inForce":{"plan":"free@1","zone":"UTC","anchorDay":31,"setByAdmin":{"costPerDay":null,"tokensPerDay":"50000"},"loweredByUser":{"tokensPerMonth":"999999999999999999"},"maxInFlight":0,"warnAtPercent":{"tokens":1,"cost":100}},"scheduled":{"at":1780000000000,"terms":{"plan":"free@1","zone":"Asia/Tokyo","anchorDay":1,"setByAdmin":{},"loweredByUser":{},"maxInFlight":null,"warnAtPercent":{"tokens":80,"cost":80}}}}',
  ])('of version 1 is read, and written again to the letter: %s', (text) => {
    const terms = decodeTerms(text);
    expect(terms.inForce).toMatchObject({
      enforcement: 'hard',
      operationsPerDay: { setByAdmin: {}, loweredByUser: {} },
    });
    expect(encodeTerms(terms)).toBe(text);
    expect(versionOfTerms(terms)).toBe(1);
  });

  it.each<[string, Partial<TermsRecord['inForce']>]>([
    ['another plan', { plan: 'basic@1' }],
    ['soft limits', { enforcement: 'soft' }],
    ['a cap of an operation', { operationsPerDay: { setByAdmin: { parse: 1n }, loweredByUser: {} } }],
    ['an own cap of an operation', { operationsPerDay: { setByAdmin: {}, loweredByUser: { parse: 1n } } }],
  ])(
    'with %s is of version 2, in force or scheduled, so that no older program passes over it',
    (_, changes) => {
      const changed = record(changes);
      const scheduled = { at: 0, terms: changed.inForce };
      expect(versionOfTerms(changed)).toBe(2);
      expect(versionOfTerms({ ...record(), scheduled })).toBe(2);
    },
  );

  it('with own alerts is of version 3, and keeps them', () => {
    const terms = record({ alertAtPercent: [10, 90] });
    expect(versionOfTerms(terms)).toBe(3);
    expect(decodeTerms(encodeTerms(terms))).toEqual(terms);
  });

  it.each([[[80, 50]], [[50, 50]], [[0]], [[101]], [[1, 2, 3, 4, 5, 6, 7, 8, 9]]])(
    'is not written with alerts at %j',
    (alertAtPercent) => {
      expect(() => encodeTerms(record({ alertAtPercent }))).toThrow(/./);
    },
  );
});
