import { describe, expect, it } from 'vitest';
import { pastEffect } from './past-effect.ts';

const now = new Date('2026-03-20T12:00:00Z');
const MARCH = new Date('2026-03-01T00:00:00Z');
const FEBRUARY = new Date('2026-02-01T00:00:00Z');

const row = (date: string, tokens: number, calls = 1) => {
  const dayStart = new Date(`${date}T00:00:00Z`);
  const monthStart = dayStart < MARCH ? FEBRUARY : MARCH;
  return { dayStart, monthStart, tokens, costNanos: BigInt(tokens) * 1_000n, calls };
};

const tokensPerDay = (cap: bigint | null) => ({ name: 'tokensPerDay', cap, now }) as const;
const tokensPerMonth = (cap: bigint) => ({ name: 'tokensPerMonth', cap, now }) as const;

describe('a limit of a day', () => {
  const rows = [row('2026-03-18', 300, 2), row('2026-03-18', 200, 1), row('2026-03-19', 500, 4)];

  it('is passed by days that used more, whatever rows they are made of', () => {
    expect(pastEffect(rows, tokensPerDay(499n))).toEqual({ days: 2, calls: 7, boundDays: 2, boundCalls: 7 });
    expect(pastEffect([...rows, row('2026-03-19', 1)], tokensPerDay(500n))).toMatchObject({
      boundDays: 1,
      boundCalls: 5,
    });
  });

  it('is not passed by a day that used just it', () => {
    expect(pastEffect(rows, tokensPerDay(500n))).toMatchObject({ boundDays: 0, boundCalls: 0 });
  });

  it('of nothing is passed by all use, and no limit by none', () => {
    expect(pastEffect(rows, tokensPerDay(0n))).toMatchObject({ boundDays: 2 });
    expect(pastEffect(rows, tokensPerDay(null))).toMatchObject({ days: 2, boundDays: 0 });
  });

  it('of cost counts nano-dollars', () => {
    expect(pastEffect(rows, { name: 'costPerDay', cap: 499_999n, now })).toMatchObject({ boundDays: 2 });
    expect(pastEffect(rows, { name: 'costPerDay', cap: 500_000n, now })).toMatchObject({ boundDays: 0 });
  });

  it('looks back 30 days', () => {
    expect(pastEffect([row('2026-02-17', 900), row('2026-02-19', 900)], tokensPerDay(1n))).toMatchObject({
      days: 1,
      boundDays: 1,
    });
  });
});

describe('a limit of a month', () => {
  it('is passed from the day on that took the month past it, each month for itself', () => {
    const rows = [
      row('2026-02-27', 400),
      row('2026-02-28', 400),
      row('2026-03-01', 400),
      row('2026-03-02', 400),
    ];
    expect(pastEffect(rows, tokensPerMonth(500n))).toMatchObject({ days: 4, boundDays: 2, boundCalls: 2 });
  });

  it('counts what the month had used before the 30 days', () => {
    expect(pastEffect([row('2026-02-02', 900), row('2026-02-25', 1)], tokensPerMonth(900n))).toMatchObject({
      days: 1,
      boundDays: 1,
    });
  });

  it('counts what was adjusted in the month and in no day of it', () => {
    const used = [row('2026-03-01', 400), row('2026-03-02', 400)];
    const adjusted = (tokens: number) => ({ ...row('2026-03-01', tokens, 0), dayStart: new Date(0) });
    const bound = (rows: typeof used) => pastEffect(rows, tokensPerMonth(500n)).boundDays;
    expect(bound(used)).toBe(1);
    expect(bound([...used, adjusted(200)])).toBe(2);
    expect(bound([...used, adjusted(-300)])).toBe(0);
  });
});

describe('days', () => {
  it('with calls that used nothing have none to keep back', () => {
    expect(pastEffect([row('2026-03-18', 0, 3)], tokensPerDay(0n))).toEqual({
      days: 0,
      calls: 0,
      boundDays: 0,
      boundCalls: 0,
    });
  });

  it('on which all was given back again are none', () => {
    const rows = [row('2026-03-18', 500, 2), row('2026-03-18', -500, 0)];
    expect(pastEffect(rows, tokensPerDay(0n))).toMatchObject({ days: 0, boundDays: 0 });
  });
});
