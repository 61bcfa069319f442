import fc from 'fast-check';
import { dayNumberOf, endOfDayNumber } from '../src/forecast/day-number.ts';
import type { UsageSummary } from '../src/usage/summarize.ts';
import { localDay } from '../src/windows/day.ts';
import { localMonth } from '../src/windows/month.ts';
import { arbitraryInstant, arbitraryZone } from './arbitrary-times.ts';

export interface DaysOfSomebody {
  zone: string;
  at: number;
  anchorDay: number;
  /** Of the days before the running one, the last first, in tokens. */
  used: number[];
  today: { used: number; held: number };
  limit: bigint | null;
}

export const arbitraryDays: fc.Arbitrary<DaysOfSomebody> = fc.record({
  zone: arbitraryZone,
  at: arbitraryInstant,
  anchorDay: fc.integer({ min: 1, max: 31 }),
  used: fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 100_000 })), { maxLength: 380 }),
  today: fc.record({ used: fc.nat({ max: 50_000 }), held: fc.nat({ max: 10_000 }) }),
  limit: fc.option(fc.bigInt({ min: 0n, max: 4_000_000n })),
});

const NANOS_A_TOKEN = 1_600n;

/** The summary and days of somebody who used these tokens, each at the same price. */
export function historyOfDays({ zone, at, anchorDay, used, today, limit }: DaysOfSomebody) {
  const day = localDay(zone, at);
  const month = localMonth({ zone, day: anchorDay }, at);
  const number = dayNumberOf(zone, day.startsAt);
  const days = used.map((tokens, index) => ({
    startsAt: new Date(endOfDayNumber(zone, number - index - 2)),
    tokens,
    costNanos: BigInt(tokens) * NANOS_A_TOKEN,
  }));
  const ofMonth = days
    .filter(({ startsAt }) => startsAt.getTime() >= month.startsAt)
    .reduce((sum, { tokens }) => sum + tokens, today.used);
  const usage = (spent: number, unit: bigint) => ({
    limit: limit === null ? null : limit * unit,
    used: BigInt(spent) * unit,
    held: BigInt(today.held) * unit,
    remaining: null,
    percentUsed: null,
    percentHeld: null,
    isNear: false,
  });
  const window = ({ startsAt, endsAt }: typeof day, spent: number) => ({
    startsAt: new Date(startsAt),
    resetsAt: new Date(endsAt),
    tokens: usage(spent, 1n),
    cost: usage(spent, NANOS_A_TOKEN),
  });
  const summary: UsageSummary = {
    at: new Date(at),
    zone,
    nextZone: null,
    plan: 'free@1',
    enforcement: 'hard',
    lifetime: { tokens: 0, costNanos: 0n, operations: 0 },
    day: window(day, today.used),
    month: window(month, ofMonth),
    nearest: null,
    warnings: [],
    inFlight: { running: 0, allowed: 8 },
    operationsToday: [],
  };
  return { summary, days, anchorDay };
}
