import { describe, expect, it } from 'vitest';
import { holdCommand, settleCommand } from '../../testing/commands.ts';
import { openMemoryStream, type MemoryStream } from '../../testing/memory-stream.ts';
import { decideRelease, decideSettle } from '../stream/decide-end.ts';
import { decideHold } from '../stream/decide-hold.ts';
import { decideTrueUsage } from './decide-true-usage.ts';
import { decideExpiry } from './expire-idle.ts';
import { inquiriesOf } from './inquiries-of.ts';

const AT = Date.parse('2026-03-17T12:00:00Z');
const LATER = AT + 200_000;
const usage = { inputTokens: 200, cachedInputTokens: 0, outputTokens: 100, reasoningTokens: 0 };
const price = {
  model: 'gpt-5-mini',
  version: '2025-08-07',
  effectiveAt: 0,
  bands: [
    {
      aboveInputTokens: 0,
      inputNanosPerMillion: 1_000_000n,
      cachedInputNanosPerMillion: 1_000_000n,
      outputNanosPerMillion: 2_000_000n,
    },
  ] satisfies [unknown],
  source: 'a test',
};

const steps = {
  complete: (stream: MemoryStream) => stream.append(decideSettle(view(stream), settleCommand())),
  estimate: (stream: MemoryStream) =>
    stream.append(decideSettle(view(stream), settleCommand({ isEstimated: true, outcome: 'stopped' }))),
  estimateMore: (stream: MemoryStream) =>
    stream.append(
      decideSettle(view(stream), settleCommand({ isEstimated: true, outcome: 'stopped', tokens: 800 })),
    ),
  release: (stream: MemoryStream) =>
    stream.append(decideRelease(view(stream), { operationId: 'op_1', outcome: 'failed' })),
  expire: (stream: MemoryStream) => stream.append(decideExpiry(stream.view('', LATER))),
  truth: (stream: MemoryStream) =>
    stream.append(decideTrueUsage(view(stream), { operationId: 'op_1', usage, price })),
};

const view = (stream: MemoryStream) => stream.view('op_1', AT);

function played(names: readonly (keyof typeof steps)[]): MemoryStream {
  const stream = openMemoryStream(AT);
  stream.append(decideHold(stream.view('op_1', AT), holdCommand()));
  for (const name of names) steps[name](stream);
  return stream;
}

describe('a call is asked about as long as it is charged by estimate', () => {
  it.each([
    { names: [], opened: 0, closed: 0 },
    { names: ['complete'], opened: 0, closed: 0 },
    { names: ['release'], opened: 0, closed: 0 },
    { names: ['estimate'], opened: 1, closed: 0 },
    { names: ['estimate', 'estimateMore'], opened: 1, closed: 0 },
    { names: ['expire'], opened: 1, closed: 0 },
    { names: ['expire', 'release'], opened: 0, closed: 1 },
    { names: ['expire', 'complete'], opened: 0, closed: 1 },
    { names: ['estimate', 'truth'], opened: 0, closed: 1 },
  ] as const)('$names', ({ names, opened, closed }) => {
    const facts = played(names)
      .entries()
      .map(({ fact }) => fact);
    const inquiries = inquiriesOf(facts);
    expect([inquiries.opened.length, inquiries.closed.length]).toEqual([opened, closed]);
  });
});

describe('true usage', () => {
  it.each([
    { names: ['estimate'], outcome: 'stopped' },
    { names: ['expire'], outcome: 'lost' },
    { names: ['expire', 'estimate'], outcome: 'stopped' },
  ] as const)('takes the place of the estimate and leaves what was told: $names', ({ names, outcome }) => {
    const stream = played([...names, 'truth']);
    expect(stream.entries().at(-1)?.fact).toMatchObject({ kind: 'correct', isEstimated: false, outcome });
    expect(stream.head().lifetime).toEqual({ tokens: 300, costNanos: 400n, operations: 1 });
  });

  it('does not correct what is no estimate', () => {
    const stream = played(['complete', 'truth']);
    expect(stream.entries().at(-1)?.fact.kind).toBe('settle');
  });
});

it('nothing is written for a stream of which nothing expires', () => {
  const stream = openMemoryStream(AT);
  expect(decideExpiry(stream.view('', AT + 90 * 86_400_000)).entries).toEqual([]);
});
