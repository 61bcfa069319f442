import {
  decideHold,
  decideRelease,
  decideSettle,
  defaultTerms,
  writeHistory,
  type Ledger,
  type PastDecision,
} from '@resumint/metering';

const OPENED_AT = Date.parse('2026-03-17T08:00:00Z');
const MINUTE_MS = 60_000;

type Ending = 'completed' | 'stopped' | 'released' | 'corrected' | 'left' | 'unknown';

/** Calls that end in every way, over two days: by estimate, corrected, by expiry, past thresholds up to the last, and not at all. */
const CALLS: { ending: Ending; minute: number; tokens: number }[] = [
  { ending: 'completed', minute: 1, tokens: 900 },
  { ending: 'corrected', minute: 2, tokens: 2_000 },
  { ending: 'released', minute: 3, tokens: 500 },
  { ending: 'unknown', minute: 4, tokens: 700 },
  { ending: 'stopped', minute: 10, tokens: 1_600 },
  { ending: 'completed', minute: 11, tokens: 5_000 },
  { ending: 'completed', minute: 2_000, tokens: 3_000 },
  { ending: 'corrected', minute: 2_001, tokens: 1_000 },
  { ending: 'left', minute: 2_002, tokens: 600 },
];

/** Writes the stream of a new person, the same each time, and gives how many entries it has. */
export async function writeEventfulStream(ledger: Ledger, userId: string): Promise<number> {
  let entries = 1;
  const counted = CALLS.flatMap(decisionsOf).map((past) => ({
    ...past,
    decide: (view: Parameters<PastDecision['decide']>[0]) => {
      const decision = past.decide(view);
      entries += decision.entries.length;
      return decision;
    },
  }));
  await writeHistory(ledger, userId, {
    terms: defaultTerms('UTC'),
    openedAt: OPENED_AT,
    decisions: counted,
  });
  return entries;
}

function decisionsOf({ ending, minute, tokens }: (typeof CALLS)[number], index: number): PastDecision[] {
  const operationId = `op_${index}`;
  const at = OPENED_AT + minute * MINUTE_MS;
  const amountOf = (used: number) => ({ tokens: used, costNanos: BigInt(used) * 1_000n });
  const used = (count: number, isEstimated: boolean) => ({
    operationId,
    inputTokens: count - 100,
    cachedInputTokens: 50,
    outputTokens: 100,
    reasoningTokens: 10,
    ...amountOf(count),
    isEstimated,
    outcome: isEstimated ? ('stopped' as const) : ('completed' as const),
  });
  const hold: PastDecision = {
    at,
    operationId,
    decide: (view) =>
      decideHold(view, {
        operationId,
        operation: index % 2 === 0 ? 'resume.parse' : 'resume.summarize',
        model: 'gpt-4.1-mini',
        priceVersion: '2025-04-14',
        inputTokens: tokens - 100,
        outputTokens: 100,
        ...amountOf(tokens),
        payloadHash: 'same',
        claim: operationId,
        lifetimeMs: 2 * MINUTE_MS,
      }),
  };
  const end = (decide: PastDecision['decide']): PastDecision => ({ at: at + 1_000, operationId, decide });
  switch (ending) {
    case 'completed':
      return [hold, end((view) => decideSettle(view, used(tokens, false)))];
    case 'stopped':
      return [hold, end((view) => decideSettle(view, used(tokens, true)))];
    case 'corrected':
      return [
        hold,
        end((view) => decideSettle(view, used(tokens, true))),
        end((view) => decideSettle(view, used(tokens - 200, false))),
      ];
    case 'released':
      return [hold, end((view) => decideRelease(view, { operationId, outcome: 'failed' }))];
    case 'unknown':
    case 'left':
      return [hold];
  }
}
