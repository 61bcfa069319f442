import type { Production } from './produce.ts';
import { wireUsage } from './response-object.ts';
import type { SimulatorState } from './simulator-state.ts';

/** What of a plan was produced so far. */
export interface ProductionAccount {
  readonly outputTokens: number;
  readonly deltas: number;
  add(tokens: number, phase: string): void;
  /** Counts once: stores the response as it ended and records what it spent. `failed` without work spent nothing. */
  close(end: 'finished' | 'cancelled' | 'failed', isSpent?: boolean): void;
}

export function openAccount(production: Production, state: SimulatorState, key: string): ProductionAccount {
  const { plan, started } = production;
  let outputTokens = 0;
  let deltas = 0;
  let isOpen = true;
  if (started.store) state.stored.put(key, started);

  return {
    get outputTokens() {
      return outputTokens;
    },
    get deltas() {
      return deltas;
    },
    add(tokens, phase) {
      outputTokens += tokens;
      if (phase === 'delta') deltas += 1;
    },
    close(end, isSpent = true) {
      if (!isOpen) return;
      isOpen = false;
      const isFinished = end === 'finished';
      const usage = wireUsage(plan, isFinished ? plan.outputTokens : outputTokens);
      const response = isFinished ? production.finished() : { ...started, status: end };
      if (started.store) state.stored.put(key, { ...response, usage: isSpent ? usage : null });
      if (!isSpent) return;
      state.produced.add(key, {
        responseId: started.id,
        input: production.input,
        model: started.model,
        usage: {
          inputTokens: usage.input_tokens,
          cachedInputTokens: usage.input_tokens_details.cached_tokens,
          outputTokens: usage.output_tokens,
          reasoningTokens: usage.output_tokens_details.reasoning_tokens,
        },
        finished: isFinished,
      });
    },
  };
}
