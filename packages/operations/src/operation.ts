import type { ModelRequest } from '@resumint/ai';
import type { z } from 'zod';

/** Models that operations may use, cheapest first. All are counted by the same tokenizer. */
export const MODELS = ['gpt-4.1-nano', 'gpt-4.1-mini', 'gpt-4.1'] as const;
export type ModelName = (typeof MODELS)[number];

/** Every operation, as limits and receipts name it. */
export const OPERATION_NAMES = ['resume.parse', 'resume.summarize'] as const;
export type OperationName = (typeof OPERATION_NAMES)[number];

export interface PlannedRequest {
  request: ModelRequest;
  /** An upper bound of what the provider will count. */
  inputTokens: number;
  /** What such an answer usually takes. */
  expectedOutputTokens: number;
  /** The smallest cap with which an answer may still be of use; at most the request's own. */
  leastOutputTokens: number;
}

/** One thing that AI does here: how it is asked, how large that can get, and what is accepted as an answer. */
export interface Operation<Subject, Result> {
  name: OperationName;
  /** What a call for a resume of a page or two takes, and is held for: goes for who has made no such call yet. */
  typical: { inputTokens: number; outputTokens: number; maxOutputTokens: number };
  /** The smallest cap that suits any call; null where an answer that is cut off at its cap is of no use. */
  smallestCap: number | null;
  /** What asking again about the same subject is to give. */
  whenRepeated: 'sameAnswer' | 'anotherAnswer';
  plan: (subject: Subject, model: ModelName) => PlannedRequest;
  /** Null when the answer cannot be used. */
  finish: (subject: Subject, answer: { text: string; wasTruncated: boolean }) => Result | null;
  /** Lets through what of a streamed answer may be shown. */
  createFilter?: (subject: Subject) => TextFilter;
  /** Checks a result that was kept. */
  result: z.ZodType<Result>;
}

export interface TextFilter {
  /** Takes what arrived, gives what can be shown now. */
  push: (delta: string) => string;
  /** Gives what is left when nothing more will arrive. */
  end: () => string;
}
