import type { ModelName, OperationName } from '@resumint/operations';

/** How a call ended; null while it runs. */
export type PastEnding = 'completed' | 'stopped' | 'corrected' | 'failed' | null;

/** A call of the person whom the gallery shows. */
export interface PastCall {
  at: number;
  operation: OperationName;
  model: ModelName;
  ending: PastEnding;
  /** Or what was left of the tokens of the running window, all of which it took. */
  size: CallTokens | 'restOfDay' | 'restOfMonth';
}

export interface CallTokens {
  inputTokens: number;
  /** What was allowed, and so held. */
  maxOutputTokens: number;
  outputTokens: number;
}
