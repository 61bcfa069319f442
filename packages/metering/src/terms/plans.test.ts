import { describe, expect, it } from 'vitest';
import { effectiveLimits } from './effective-limits.ts';
import { WINDOW_LIMIT_NAMES } from './limits.ts';
import { DEFAULT_PLAN, PLAN_VERSIONS, PLANS, planOf, type Plan } from './plans.ts';
import { defaultTerms, MOST_IN_FLIGHT } from './terms.ts';

const DOLLAR = 1_000_000_000n;

/** A plan by its numbers: limits by tokens and dollars, day before month, then calls at once and prices in dollars. */
function told({ limits, maxInFlight, pricePerMonthNanos, pricePerYearNanos }: Plan): string {
  const dollars = (nanos: bigint | null) => (nanos === null ? null : nanos / DOLLAR);
  return [
    limits.tokensPerDay,
    limits.tokensPerMonth,
    dollars(limits.costPerDay),
    dollars(limits.costPerMonth),
    maxInFlight,
    dollars(pricePerMonthNanos),
    dollars(pricePerYearNanos),
  ].join(' ');
}

describe('plans', () => {
  it('of a version stay what they were when people were put on it', () => {
    expect(PLAN_VERSIONS.map((version) => [version, told(PLANS[version])])).toEqual([
      ['free@1', '10000 100000 5 50 8 0 0'],
      ['basic@1', '50000 1000000 10 100 12 9 90'],
      ['premium@1', '150000 3000000 25 250 16 29 290'],
    ]);
    expect(Object.keys(PLANS)).toEqual(PLAN_VERSIONS);
  });

  it('that cost more grant more of each limit, and a year costs less than twelve months', () => {
    for (const [index, version] of PLAN_VERSIONS.entries()) {
      const plan = planOf(version);
      const cheaper = PLAN_VERSIONS[index - 1];
      if (!cheaper) continue;
      const below = planOf(cheaper);
      expect(plan.pricePerMonthNanos).toBeGreaterThan(below.pricePerMonthNanos);
      expect(plan.pricePerYearNanos).toBeLessThan(12n * plan.pricePerMonthNanos);
      expect(plan.maxInFlight).toBeGreaterThan(below.maxInFlight);
      for (const name of WINDOW_LIMIT_NAMES) {
        expect(plan.limits[name] ?? Infinity).toBeGreaterThan(below.limits[name] ?? Infinity);
      }
    }
  });

  it.each(PLAN_VERSIONS)(
    '%s has days within months, and no more calls at once than a head can carry',
    (plan) => {
      const limits = effectiveLimits({ ...defaultTerms('UTC'), plan });
      expect(limits.tokensPerDay.value).toBeLessThanOrEqual(limits.tokensPerMonth.value ?? Infinity);
      expect(limits.costPerDay.value).toBeLessThanOrEqual(limits.costPerMonth.value ?? Infinity);
      expect(planOf(plan).maxInFlight).toBeLessThanOrEqual(MOST_IN_FLIGHT);
    },
  );

  it('begin with the one that everybody is on at first, which costs nothing', () => {
    expect(DEFAULT_PLAN).toBe(PLAN_VERSIONS[0]);
    expect(planOf(DEFAULT_PLAN)).toMatchObject({ pricePerMonthNanos: 0n, pricePerYearNanos: 0n });
  });
});
