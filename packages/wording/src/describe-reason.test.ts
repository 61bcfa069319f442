import { expect, it } from 'vitest';
import { describeReason, type ReasonToAsk } from './describe-reason.ts';

it.each<{ reason: ReasonToAsk; text: string }>([
  {
    reason: { kind: 'warning', limit: 'tokensPerDay', warnAtPercent: 80 },
    text: 'It may take you past 80 % of your limit of tokens per day.',
  },
  {
    reason: { kind: 'amount', atMostNanos: 5_118_001n, askAboveNanos: 5_000_000n },
    text: 'It may cost $0.0052, and you asked to be asked above $0.005.',
  },
])('says why it asks: $text', ({ reason, text }) => expect(describeReason(reason)).toBe(text));
