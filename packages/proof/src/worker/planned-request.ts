import type { PlannedCall as MeteredCall } from '@resumint/metering';
import { markerOf, type PlannedCall } from '../schedule/planned-call.ts';
import { countTokens } from './compose-metering.ts';

export const OPERATION = 'proof.call';
export const MODEL = 'gpt-4.1-nano';

const INSTRUCTIONS = 'Answer with what is said.';
const SENTENCE = 'Nothing that is spent gets lost here.';
/** What the provider adds around the texts. */
const MARGIN_TOKENS = 12;
const LEAST_OUTPUT_TOKENS = 40;

/** What the model is asked. Its answer repeats the first sentences, so that both vary in size with their number. */
export function requestOf({ index, sentences, maxOutputTokens }: PlannedCall): MeteredCall {
  const input = [markerOf(index), ...Array.from({ length: sentences }, () => SENTENCE)].join(' ');
  return {
    operation: OPERATION,
    subjectId: `doc_${index}`,
    request: { model: MODEL, instructions: INSTRUCTIONS, input, maxOutputTokens },
    inputTokens: countTokens(INSTRUCTIONS) + countTokens(input) + MARGIN_TOKENS,
    expectedOutputTokens: maxOutputTokens,
    leastOutputTokens: LEAST_OUTPUT_TOKENS,
    otherModels: [],
  };
}
