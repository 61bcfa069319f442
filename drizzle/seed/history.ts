import {
  decideHold,
  decideSettle,
  OPENAI_PRICES,
  priceCall,
  type PastDecision,
  type Price,
} from '@resumint/metering';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
const HOLD_MS = 2 * MINUTE_MS;

export interface PastCall {
  at: number;
  operation: 'resume.parse' | 'resume.summarize';
  inputTokens: number;
  outputTokens: number;
  /** Where more was held than came of it. */
  heldOutputTokens?: number;
}

/** A call or two on most days of a stretch, the same for the same stretch. */
export function pastCalls(days: number, until: number): PastCall[] {
  return Array.from({ length: days }, (_, day) => day)
    .filter((day) => day % 3 !== 0)
    .flatMap((day) => {
      const at = until - (days - day) * DAY_MS + (day % 7) * 17 * MINUTE_MS;
      return [
        { at, operation: 'resume.parse' as const, inputTokens: 1_500 + day * 7, outputTokens: 900 + day * 5 },
        {
          at: at + MINUTE_MS,
          operation: 'resume.summarize' as const,
          inputTokens: 1_100,
          outputTokens: 95 + day,
        },
      ];
    });
}

/**
 * Every day of a stretch a summary, and on all days but Sundays two readings of the same file within half an hour; the
 * same for the same stretch.
 */
export function dailyCalls(days: number, until: number): PastCall[] {
  return Array.from({ length: days }, (_, day) => day).flatMap((day) => {
    const at = until - (days - 1 - day) * DAY_MS;
    const more = (day * 7_919) % 401;
    const summary = {
      at,
      operation: 'resume.summarize' as const,
      inputTokens: 500,
      outputTokens: 90 + (day % 10),
      heldOutputTokens: 300,
    };
    if (new Date(at).getUTCDay() === 0) return [summary];
    const reading = {
      operation: 'resume.parse' as const,
      inputTokens: 500 + more,
      outputTokens: 300 + Math.floor(more / 2),
      heldOutputTokens: 1_300,
    };
    return [{ ...reading, at: at - 30 * MINUTE_MS }, { ...reading, at: at - 10 * MINUTE_MS }, summary];
  });
}

/** Calls that use a number of tokens to the last one. */
export function callsOf(tokens: number, at: number): PastCall[] {
  const size = 2_000;
  const count = Math.ceil(tokens / size);
  return Array.from({ length: count }, (_, index) => {
    const used = Math.min(size, tokens - index * size);
    const inputTokens = Math.ceil(used / 2);
    return { at, operation: 'resume.parse' as const, inputTokens, outputTokens: used - inputTokens };
  });
}

/** The decisions that hold and settle a call, as they were made when it was. */
export function decisionsFor(call: PastCall, index: number): PastDecision[] {
  const price = priceOf('gpt-4.1-mini');
  const operationId = `op_${`seed${index.toString(36)}`.padStart(26, '0')}`;
  const { inputTokens, outputTokens, heldOutputTokens = outputTokens } = call;
  const rest = { cachedInputTokens: 0, reasoningTokens: 0 };
  const used = { inputTokens, outputTokens, ...rest };
  const { model, version: priceVersion } = price;
  const hold = {
    ...priceCall(price, { inputTokens, outputTokens: heldOutputTokens, ...rest }),
    operationId,
    operation: call.operation,
    model,
    priceVersion,
    inputTokens,
    outputTokens: heldOutputTokens,
  };
  return [
    {
      at: call.at,
      operationId,
      decide: (view) =>
        decideHold(view, { ...hold, payloadHash: 'seed', claim: `seed${index}`, lifetimeMs: HOLD_MS }),
    },
    {
      at: call.at,
      operationId,
      decide: (view) =>
        decideSettle(view, {
          operationId,
          ...used,
          ...priceCall(price, used),
          isEstimated: false,
          outcome: 'completed',
        }),
    },
  ];
}

function priceOf(model: string): Price {
  const price = OPENAI_PRICES.find((candidate) => candidate.model === model);
  if (!price) throw new Error(`the seed needs a price for ${model}`);
  return price;
}
