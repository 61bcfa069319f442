import type { Outputs } from '@resumint/client';
import { formatAmount } from '@resumint/wording';

export type Summary = Outputs['usage']['summary'];

export interface Sum {
  tokens: bigint;
  nanos: bigint;
}

/** What one reader says was used. It leaves out what it does not tell. */
export interface Totals {
  day?: Sum;
  month?: Sum;
  /** By their start. */
  pastMonths?: Record<string, Sum>;
  lifetime?: Sum;
  /** By all calls, without what was adjusted. */
  calls?: Sum;
}

/** What was charged or adjusted, and when its window was running. */
export interface Charge {
  at: Date;
  tokens: number;
  costNanos: bigint;
  /** Of an adjustment: the windows that it counts in. */
  scope?: 'day' | 'month' | 'lifetime';
}

const NO_SUM: Sum = { tokens: 0n, nanos: 0n };

export function sumOf(amounts: readonly Pick<Charge, 'tokens' | 'costNanos'>[]): Sum {
  return amounts.reduce<Sum>(
    (sum, { tokens, costNanos }) => ({ tokens: sum.tokens + BigInt(tokens), nanos: sum.nanos + costNanos }),
    NO_SUM,
  );
}

/** What receipts and adjustments add up to, by the windows that the summary names. */
export function totalsOf(charges: readonly Charge[], { day, month, pastMonths }: Summary): Required<Totals> {
  const ofDay = charges.filter(({ scope }) => scope === undefined || scope === 'day');
  const ofMonth = charges.filter(({ scope }) => scope !== 'lifetime');
  const starts = [month, ...pastMonths].map(({ startsAt }) => startsAt.getTime());
  const startOf = (at: Date) => Math.max(0, ...starts.filter((start) => start <= at.getTime()));
  const byMonth = Map.groupBy(ofMonth, ({ at }) => startOf(at));
  const running = byMonth.get(month.startsAt.getTime()) ?? [];
  byMonth.delete(month.startsAt.getTime());
  return {
    day: sumOf(ofDay.filter(({ at }) => at >= day.startsAt)),
    month: sumOf(running),
    pastMonths: monthsOf([...byMonth].map(([start, made]) => [new Date(start), sumOf(made)])),
    lifetime: sumOf(charges),
    calls: sumOf(charges.filter(({ scope }) => scope === undefined)),
  };
}

/** Months in which something was used or given back. */
export function monthsOf(months: readonly (readonly [Date, Sum])[]): Record<string, Sum> {
  return Object.fromEntries(
    months
      .filter(([, { tokens, nanos }]) => tokens !== 0n || nanos !== 0n)
      .map(([start, sum]) => [start.toISOString(), sum]),
  );
}

/** Of all totals those that somebody tells of. */
export function alike(all: Required<Totals>, told: Totals): Totals {
  const { day, month, pastMonths, lifetime, calls } = all;
  return {
    ...(told.day && { day }),
    ...(told.month && { month }),
    ...(told.pastMonths && { pastMonths }),
    ...(told.lifetime && { lifetime }),
    ...(told.calls && { calls }),
  };
}

/** Each number with the texts that screens make of it. Windows that were overdrawn say that nothing is used. */
export function asShown({ day, month, ...totals }: Totals) {
  return {
    ...(day && { day: inWords(notBelowZero(day)) }),
    ...(month && { month: inWords(notBelowZero(month)) }),
    ...(totals.pastMonths && { pastMonths: byMonth(totals.pastMonths) }),
    ...(totals.lifetime && { lifetime: inWords(totals.lifetime) }),
    ...(totals.calls && { calls: inWords(totals.calls) }),
  };
}

function byMonth(months: Record<string, Sum>) {
  return Object.fromEntries(Object.entries(months).map(([start, sum]) => [start, inWords(sum)]));
}

function notBelowZero({ tokens, nanos }: Sum): Sum {
  return { tokens: tokens > 0n ? tokens : 0n, nanos: nanos > 0n ? nanos : 0n };
}

function inWords({ tokens, nanos }: Sum) {
  const text = [
    formatAmount(tokens, 'tokens'),
    formatAmount(nanos, 'nanos'),
    formatAmount(nanos, 'nanos', 'up'),
    formatAmount(nanos, 'nanos', 'down'),
  ];
  return { tokens, nanos, text };
}
