import type { Produced } from '@resumint/local-stack';
import type { Price } from '@resumint/metering';
import type { Findings } from './findings.ts';
import { describeEnd, isEstimated, wasReleased, type OperationEntries } from './operation-entries.ts';
import { addTo, noSum, type Sum } from './sums.ts';

/** What is known of a call beside the ledger. */
export interface CallKnowledge {
  /** What the simulator made for it. */
  produced: readonly Produced[];
  /** The schedule did something to it after which nobody can know its usage. */
  mayBeEstimated: boolean;
  price: Pick<Price, 'bands'>;
}

/** Holds what a call was charged against what the model made for it. */
export function checkCharges(
  entries: OperationEntries,
  { produced, mayBeEstimated, price }: CallKnowledge,
  findings: Findings,
): void {
  const { operationId, hold, ends, charged } = entries;
  const complain = (breach: 'lost' | 'doubleCharges' | 'overcharged', detail: string) =>
    findings.add({ breach, userId: hold.userId, operationId, seq: hold.seq, detail });
  const cost = costOf(produced, price);
  const amounts = `${charged.tokens} tokens, ${charged.nanos} nanos charged, ${cost.tokens}, ${cost.nanos} produced`;

  if (produced.length > 1) complain('doubleCharges', `the model was called ${produced.length} times`);
  if (ends.length > 1) complain('doubleCharges', `it was ended ${ends.length} times`);
  if (isEstimated(entries)) {
    if (!mayBeEstimated) {
      complain('overcharged', `is an estimate without a cause, by ${describeEnd(entries)}: ${amounts}`);
    }
    if (charged.tokens > hold.tokens || charged.nanos > hold.costNanos) {
      complain('overcharged', `is an estimate above what was held: ${amounts}`);
    }
    return;
  }
  if (charged.tokens < cost.tokens || charged.nanos < cost.nanos) {
    complain('lost', `${wasReleased(entries) ? 'was released' : 'was charged less'}: ${amounts}`);
  }
  if (charged.tokens > cost.tokens || charged.nanos > cost.nanos) {
    complain(ends.length > 1 ? 'doubleCharges' : 'overcharged', `was charged more: ${amounts}`);
  }
}

/** Computed here from the price's numbers, with the cost of each call rounded up once. */
function costOf(produced: readonly Produced[], { bands: [band] }: Pick<Price, 'bands'>): Sum {
  const sum = noSum();
  for (const { usage } of produced) {
    const { inputTokens, cachedInputTokens, outputTokens } = usage;
    const millionths =
      BigInt(inputTokens - cachedInputTokens) * band.inputNanosPerMillion +
      BigInt(cachedInputTokens) * band.cachedInputNanosPerMillion +
      BigInt(outputTokens) * band.outputNanosPerMillion;
    addTo(sum, { tokens: inputTokens + outputTokens, nanos: (millionths + 999_999n) / 1_000_000n });
  }
  return sum;
}
