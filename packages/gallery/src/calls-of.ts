import { quote, type PlannedCall } from '@resumint/metering';
import { fitsOf, type ReadReplay } from '@resumint/metering/replay';
import type { Inputs, Outputs } from '@resumint/client';
import {
  DEFAULT_TIER,
  MODEL_OF_TIER,
  MODELS,
  OPERATION_NAMES,
  OPERATIONS,
  type ModelName,
} from '@resumint/operations';
import { NOW } from './clock.ts';
import { PRICES } from './decisions-for.ts';

type QuoteInput = Inputs['ai']['quote'];
type Quote = Outputs['ai']['quote'];

export const RESUME_ID = 'res_00000000000000000000000000';

/** What the page of a resume asks the price of. */
const SUMMARY: QuoteInput = { operation: 'resume.summarize', resumeId: RESUME_ID };

/** The price of a summary, and of each other call that is offered in its place. */
export function quotesOf(person: ReadReplay): { input: QuoteInput; output: Quote }[] {
  const output = quoteOf(person, SUMMARY);
  const others = (output.denial?.waysThrough ?? []).flatMap((way): QuoteInput[] => {
    if (way.kind === 'smallerOutput') return [{ ...SUMMARY, maxOutputTokens: way.maxOutputTokens }];
    const model = way.kind === 'cheaperModel' && MODELS.find((known) => known === way.model);
    return model ? [{ ...SUMMARY, model }] : [];
  });
  return [{ input: SUMMARY, output }, ...others.map((input) => ({ input, output: quoteOf(person, input) }))];
}

export function fitsIn({ state, historyOf }: ReadReplay): Outputs['usage']['fits'] {
  const usual = OPERATION_NAMES.map((operation) => ({
    operation,
    model: MODEL_OF_TIER[DEFAULT_TIER],
    ...OPERATIONS[operation].typical,
  }));
  return fitsOf({ state, now: NOW, prices: PRICES, historyOf }, usual);
}

function quoteOf({ state, historyOf }: ReadReplay, { model, maxOutputTokens }: QuoteInput): Quote {
  const call = summaryCall(model ?? MODEL_OF_TIER[DEFAULT_TIER], maxOutputTokens);
  return quote(state, {
    call,
    price: PRICES.priceOf(call.request.model, NOW),
    otherPrices: call.otherModels.map((other) => PRICES.priceOf(other, NOW)),
    history: historyOf({ operation: call.operation, model: call.request.model }),
  });
}

/** A summary of a resume of the usual length. */
function summaryCall(model: ModelName, cap: number | undefined): PlannedCall {
  const { name, typical, smallestCap } = OPERATIONS['resume.summarize'];
  return {
    operation: name,
    subjectId: RESUME_ID,
    request: {
      model,
      instructions: '',
      input: '',
      maxOutputTokens: cap ?? typical.maxOutputTokens,
    },
    inputTokens: typical.inputTokens,
    expectedOutputTokens: typical.outputTokens,
    leastOutputTokens: smallestCap ?? typical.maxOutputTokens,
    otherModels: MODELS.filter((other) => other !== model),
  };
}
