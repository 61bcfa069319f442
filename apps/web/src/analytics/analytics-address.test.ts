import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ANALYTICS_PATH,
  analyticsHref,
  chartFileHref,
  GROUPING_NAMES,
  namesOf,
  PERIOD_NAMES,
  readAddress,
  STEP_NAMES,
} from './analytics-address.ts';
import { UNIT_NAMES } from './units.ts';

const USUAL = { period: 'thisMonth', step: 'day', grouping: 'operation', unit: 'cost' } as const;
const queryOf = (href: string) => Object.fromEntries(new URL(href, 'http://a.b').searchParams);

describe('the address of analytics', () => {
  it('is of the running month where it says nothing', () => {
    expect(readAddress({})).toEqual(USUAL);
    expect(analyticsHref(USUAL)).toBe(ANALYTICS_PATH);
  });

  it('leads back to what it was made of', () => {
    const place = fc.record({
      period: fc.constantFrom(...namesOf(PERIOD_NAMES)),
      step: fc.constantFrom(...namesOf(STEP_NAMES)),
      grouping: fc.constantFrom(...namesOf(GROUPING_NAMES)),
      unit: fc.constantFrom(...namesOf(UNIT_NAMES)),
    });
    fc.assert(
      fc.property(place, (one) => {
        expect(readAddress(queryOf(analyticsHref(one)))).toEqual(one);
      }),
    );
  });

  it.each([
    { period: 'ever' },
    { period: 'toString' },
    { step: '' },
    { grouping: 'person' },
    { unit: 'COST' },
    { unknown: 'value' },
  ])('takes %j for nothing', (parameters) => {
    expect(readAddress(parameters)).toEqual(USUAL);
  });

  it('takes the first of several values', () => {
    expect(readAddress({ unit: ['calls', 'tokens'] }).unit).toBe('calls');
  });

  it('has a chart as a file, which is of all units', () => {
    expect(chartFileHref('usage', { ...USUAL, grouping: 'model', unit: 'calls' })).toBe(
      '/api/usage/chart?grouping=model&chart=usage',
    );
  });
});
