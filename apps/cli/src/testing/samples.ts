import type { CallReceipt, Denial, Limits, Summary, WindowUsage } from '../answers.ts';

const window = (startsAt: string, resetsAt: string, scale: bigint): WindowUsage => ({
  startsAt: new Date(startsAt),
  resetsAt: new Date(resetsAt),
  tokens: {
    limit: 10_000n * scale,
    used: 8_340n,
    held: 1_000n,
    remaining: 10_000n * scale - 9_340n,
    percentUsed: scale === 1n ? 83.4 : 8.3,
    percentHeld: scale === 1n ? 10 : 1,
    isNear: scale === 1n,
  },
  cost: {
    limit: 2n ** 60n,
    used: 2n ** 53n + 1n,
    held: 0n,
    remaining: 2n ** 60n - 2n ** 53n - 1n,
    percentUsed: 0.7,
    percentHeld: 0,
    isNear: false,
  },
});

const DAY = window('2026-03-16T23:00:00Z', '2026-03-17T23:00:00Z', 1n);
const MONTH = window('2026-02-28T23:00:00Z', '2026-03-31T22:00:00Z', 10n);

export const RECEIPT: CallReceipt = {
  operationId: 'op_1',
  operation: 'resume.parse',
  model: 'gpt-4.1-mini',
  priceVersion: 'openai@1',
  status: 'settled',
  outcome: 'completed',
  tokens: { inputTokens: 1_000, cachedInputTokens: 200, outputTokens: 340, reasoningTokens: 0 },
  charged: { tokens: 1_340, costNanos: 4_200_000n },
  held: { tokens: 3_000, costNanos: 2n ** 53n + 1n },
  overrun: { tokens: 0, costNanos: 0n },
  exceeded: null,
  isEstimated: false,
  isCorrected: false,
  startedAt: new Date('2026-03-17T08:00:00Z'),
  endedAt: new Date('2026-03-17T08:00:02.500Z'),
  answeredFrom: null,
  windowsAfter: { day: DAY, month: MONTH },
};

export const DENIAL: Denial = {
  limit: 'tokensPerDay',
  unit: 'tokens',
  allowed: 10_000n,
  used: 8_340n,
  held: 1_000n,
  requested: 3_000n,
  remaining: 660n,
  window: { startsAt: DAY.startsAt, endsAt: DAY.resetsAt },
  resetsAt: DAY.resetsAt,
  zone: 'Europe/Berlin',
  waysThrough: [{ kind: 'wait', until: DAY.resetsAt }, { kind: 'withoutAi' }],
};

export const SUMMARY: Summary = {
  at: new Date('2026-03-17T08:00:00Z'),
  zone: 'Europe/Berlin',
  nextZone: null,
  plan: 'free@1',
  enforcement: 'hard',
  lifetime: { tokens: 98_340, costNanos: 1_230_000_000n, operations: 41 },
  day: DAY,
  month: MONTH,
  nearest: { limit: 'tokensPerDay', percent: 93.4 },
  warnings: [{ limit: 'tokensPerDay', percentUsed: 83.4, warnAtPercent: 80 }],
  inFlight: { running: 1, allowed: 8 },
  operationsToday: [],
  pastMonths: [
    { startsAt: new Date('2026-01-31T23:00:00Z'), tokens: 90_000, costNanos: 1_000_000_000n, operations: 37 },
  ],
};

export const LIMITS: Limits = {
  plan: 'free@1',
  price: { perMonthNanos: 0n, perYearNanos: 0n },
  maxInFlight: 8,
  maxInFlightReason: 'plan',
  operationsPerDay: {},
  warnAtPercent: { tokens: 80, cost: 80 },
  alertAtPercent: [50, 80, 95, 100],
  enforcement: 'hard',
  limits: {
    tokensPerDay: { value: 5_000n, reason: 'user', granted: 10_000n },
    costPerDay: { value: 5_000_000_000n, reason: 'plan', granted: 5_000_000_000n },
    tokensPerMonth: { value: null, reason: 'admin', granted: null },
    costPerMonth: { value: 50_000_000_000n, reason: 'plan', granted: 50_000_000_000n },
  },
};
