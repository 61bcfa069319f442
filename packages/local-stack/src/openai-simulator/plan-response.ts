import { computeAnswer } from './compute-answer.ts';
import { splitTokens, type Piece } from './count-tokens.ts';
import { asKind, type Fault } from './faults.ts';
import type { InputUsage } from './input-usage.ts';
import type { SimulatedModel } from './models.ts';
import type { ResponseRequest } from './response-request.ts';

/** All that a response will say and report, decided before its first byte is sent. */
export interface ResponsePlan extends InputUsage {
  kind: 'text' | 'refusal';
  deltas: readonly Piece[];
  /** False when the output cap came first. */
  isComplete: boolean;
  outputTokens: number;
  reasoningTokens: number;
  isUsageReported: boolean;
}

const TOKENS_PER_DELTA = 4;
const TOKENS_AT_END = 1;
const REASONING_STEP = 64;
const REASONING_STEPS_BY_EFFORT = { minimal: 1, low: 1, medium: 2, high: 6 };
const INPUT_TOKENS_PER_STEP = 2_000;

export function planResponse(
  request: ResponseRequest,
  model: SimulatedModel,
  { input, fault }: { input: InputUsage; fault: Fault | null },
): ResponsePlan {
  const cap = request.max_output_tokens ?? model.outputTokensMax;
  const overrun = asKind(fault, 'overrun');
  const refusal = asKind(fault, 'refusal');
  const wantedReasoning = model.isReasoning ? countReasoning(request, input) : 0;
  const reasoningTokens = overrun ? wantedReasoning : Math.min(wantedReasoning, cap);

  const pieces = [...splitTokens(refusal?.text ?? computeAnswer(request))];
  const budget = overrun ? Infinity : cap - reasoningTokens;
  const isCutShort = asKind(fault, 'truncatedJson') !== null;
  const kept = isCutShort ? pieces.slice(0, Math.ceil(pieces.length / 2)) : pieces;
  const { spoken, isComplete } = fitInto(kept, budget);
  const used = reasoningTokens + sumTokens(spoken) + (isComplete ? TOKENS_AT_END : 0);

  return {
    inputTokens: input.inputTokens + (overrun?.inputTokens ?? 0),
    cachedTokens: input.cachedTokens,
    kind: refusal ? 'refusal' : 'text',
    deltas: gather(spoken),
    isComplete,
    outputTokens: overrun ? Math.max(used, cap) + overrun.outputTokens : isComplete ? used : cap,
    reasoningTokens,
    isUsageReported: asKind(fault, 'missingUsage') === null,
  };
}

function sumTokens(pieces: readonly Piece[]): number {
  return pieces.reduce((sum, piece) => sum + piece.tokens, 0);
}

/** More effort and more input make for more thought; the same request always for the same. */
function countReasoning({ reasoning }: ResponseRequest, { inputTokens }: InputUsage): number {
  const steps = REASONING_STEPS_BY_EFFORT[reasoning?.effort ?? 'medium'];
  return REASONING_STEP * (steps + Math.floor(inputTokens / INPUT_TOKENS_PER_STEP));
}

function fitInto(
  pieces: readonly Piece[],
  budget: number,
): { spoken: readonly Piece[]; isComplete: boolean } {
  let used = 0;
  for (const [index, piece] of pieces.entries()) {
    used += piece.tokens;
    if (used > budget) return { spoken: pieces.slice(0, index), isComplete: false };
  }
  return { spoken: pieces, isComplete: used + TOKENS_AT_END <= budget };
}

/** Several tokens to a delta, as OpenAI does under load. */
function gather(pieces: readonly Piece[]): Piece[] {
  const deltas: Piece[] = [];
  let open: Piece = { text: '', tokens: 0 };
  for (const piece of pieces) {
    open = { text: open.text + piece.text, tokens: open.tokens + piece.tokens };
    if (open.tokens < TOKENS_PER_DELTA) continue;
    deltas.push(open);
    open = { text: '', tokens: 0 };
  }
  return open.tokens > 0 ? [...deltas, open] : deltas;
}
