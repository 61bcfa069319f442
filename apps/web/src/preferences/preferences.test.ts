import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_PREFERENCES, readPreferences, writePreferences, type Preferences } from './preferences.ts';

const preferences: fc.Arbitrary<Preferences> = fc.record({
  unit: fc.constantFrom('tokens', 'cost'),
  askAboveNanos: fc.option(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n })),
  isFolded: fc.boolean(),
});

describe('preferences in a cookie', () => {
  it('are read as they were written, and need no escape there', () => {
    fc.assert(
      fc.property(preferences, (chosen) => {
        const text = writePreferences(chosen);
        expect(text).toMatch(/^[\w=&]*$/);
        expect(readPreferences(text)).toEqual(chosen);
      }),
    );
  });

  it('are as nobody chose them where the cookie says nothing that they can be', () => {
    expect(readPreferences(undefined)).toEqual(DEFAULT_PREFERENCES);
    for (const text of ['', 'unit=stones&ask=-1&folded=1', 'ask=1e9', `ask=${'9'.repeat(19)}`, '%%%']) {
      expect(readPreferences(text)).toEqual(DEFAULT_PREFERENCES);
    }
  });

  it('can be written again, whatever the cookie says', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readPreferences(text);
        expect(readPreferences(writePreferences(read))).toEqual(read);
      }),
    );
  });
});
