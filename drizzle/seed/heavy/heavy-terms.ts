import { defaultTerms, type Terms } from '@resumint/metering';
import type { HeavyCall } from './heavy-calls.ts';
import { chargeOf } from './price-of.ts';

const DAY_MS = 86_400_000;

/** Room for what is held beside what was used. */
const TOKENS_APART = 40_000n;
const NANOS_APART = 200_000_000n;
/** A person's day may have a part of two in UTC. In percent of the busiest of those. */
const PERCENT_OF_BUSIEST_DAY = 115n;
/** A month comes to about eighteen of its busiest day. */
const BUSIEST_DAYS_A_MONTH = 22n;

/** Limits that no call is refused by, and that the busiest days and months come near to. */
export function heavyTerms(zone: string, calls: readonly HeavyCall[]): Terms {
  const days = [...Map.groupBy(calls, ({ at }) => Math.floor(at / DAY_MS)).values()].map(sumOf);
  const tokens = most(days.map((day) => day.tokens));
  const cost = most(days.map((day) => day.costNanos));
  return {
    ...defaultTerms(zone),
    plan: 'premium@1',
    setByAdmin: {
      tokensPerDay: (tokens * PERCENT_OF_BUSIEST_DAY) / 100n + TOKENS_APART,
      costPerDay: (cost * PERCENT_OF_BUSIEST_DAY) / 100n + NANOS_APART,
      tokensPerMonth: tokens * BUSIEST_DAYS_A_MONTH + TOKENS_APART,
      costPerMonth: cost * BUSIEST_DAYS_A_MONTH + NANOS_APART,
    },
  };
}

function sumOf(calls: readonly HeavyCall[]): { tokens: bigint; costNanos: bigint } {
  let [tokens, costNanos] = [0n, 0n];
  for (const call of calls) {
    const charge = chargeOf(call);
    tokens += BigInt(charge.tokens);
    costNanos += charge.costNanos;
  }
  return { tokens, costNanos };
}

function most(amounts: readonly bigint[]): bigint {
  return amounts.reduce((left, right) => (left > right ? left : right), 0n);
}
