import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activityHref, exportHref, isNothingAsked, NOTHING_ASKED, readAddress } from './activity-address.ts';
import { ENDING_NAMES } from './ending-names.ts';

const asked = (href: string) => readAddress(Object.fromEntries(new URL(href, 'http://a.b').searchParams));

describe('the address of the activity', () => {
  it('asks for everything where it says nothing', () => {
    expect(readAddress({})).toEqual({ query: NOTHING_ASKED, cursor: null });
    expect(activityHref({ query: NOTHING_ASKED, cursor: null })).toBe('/billing/activity');
    expect(isNothingAsked(NOTHING_ASKED)).toBe(true);
  });

  it('leads back to what it was made of, whatever is searched for', () => {
    const text = (maxLength: number) =>
      fc.string({ minLength: 1, maxLength }).filter((value) => value.trim() === value);
    const day = fc
      .date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
      .map((at) => at.toISOString().slice(0, 10));
    const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
    const place = fc.record({
      query: fc.record({
        operation: maybe(text(32)),
        model: maybe(text(48)),
        ending: maybe(fc.constantFrom(...Object.keys(ENDING_NAMES))),
        from: maybe(day),
        to: maybe(day),
        search: maybe(text(200)),
      }),
      cursor: maybe(fc.integer({ min: 1, max: 1_000_000_000 })),
    });
    fc.assert(
      fc.property(place, ({ query, cursor }) => {
        const known = readAddress({ ...withoutNulls(query), cursor: cursor === null ? '' : String(cursor) });
        expect(known).toEqual({ query, cursor });
        expect(asked(activityHref(known))).toEqual(known);
      }),
    );
  });

  it.each([
    { ending: 'gone' },
    { ending: 'toString' },
    { from: '2026-02-30' },
    { from: '17.03.2026' },
    { to: '2026-3-1' },
    { to: '9999-12-31' },
    { from: '0099-01-01' },
    { cursor: '0' },
    { cursor: '-5' },
    { cursor: '1e3' },
    { model: 'm'.repeat(49) },
    { search: '   ' },
    { unknown: 'value' },
  ])('takes %j for nothing', (parameters) => {
    expect(readAddress(parameters)).toEqual({ query: NOTHING_ASKED, cursor: null });
  });

  it('takes the first of several values', () => {
    expect(readAddress({ model: ['one', 'two'] }).query.model).toBe('one');
  });

  it('exports what is asked for, from its beginning', () => {
    expect(exportHref({ ...NOTHING_ASKED, search: 'a&b' }, 'csv')).toBe(
      '/api/usage/export?search=a%26b&format=csv',
    );
  });
});

function withoutNulls(query: Record<string, string | null>): Record<string, string> {
  return Object.fromEntries(Object.entries(query).map(([name, value]) => [name, value ?? '']));
}
