import { expect, it } from 'vitest';
import { recentCalls, type RecentRow } from './recent-calls.ts';

const entry = (changes: Partial<RecentRow>): RecentRow => ({
  kind: 'hold',
  operationId: 'op_1',
  step: 0,
  at: new Date('2026-03-17T08:00:00Z'),
  operation: 'resume.parse',
  model: 'gpt-4.1-mini',
  priceVersion: '2025-04-14',
  inputTokens: 600,
  outputTokens: 400,
  costNanos: 900n,
  isEstimated: false,
  outcome: null,
  payloadHash: 'payload',
  ...changes,
});
const settle = entry({ kind: 'settle', step: 1, outputTokens: 120, costNanos: 500n, outcome: 'completed' });

it('a call is what was held for it and what it came to, corrections included', () => {
  const corrected = entry({
    kind: 'correct',
    step: 2,
    outputTokens: 90,
    costNanos: -100n,
    outcome: 'completed',
  });
  expect(recentCalls([corrected, { ...settle, isEstimated: true }, entry({})])).toEqual([
    {
      at: Date.parse('2026-03-17T08:00:00Z'),
      operation: 'resume.parse',
      model: 'gpt-4.1-mini',
      priceVersion: '2025-04-14',
      payloadHash: 'payload',
      heldInputTokens: 600,
      heldOutputTokens: 400,
      outputTokens: 90,
      costNanos: 400n,
    },
  ]);
});

it.each<{ name: string; rows: RecentRow[] }>([
  { name: 'still runs', rows: [entry({})] },
  { name: 'was held before the entries that are looked at', rows: [settle] },
  { name: 'is charged by estimate', rows: [entry({}), { ...settle, isEstimated: true }] },
  { name: 'was stopped', rows: [entry({}), { ...settle, outcome: 'stopped' }] },
  { name: 'expired', rows: [entry({}), entry({ kind: 'expire', step: 1 })] },
])('a call that $name is left out', ({ rows }) => {
  expect(recentCalls(rows)).toEqual([]);
});
