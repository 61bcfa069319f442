import { NotFoundError } from 'openai';
import type { Response } from 'openai/resources/responses/responses';
import type { FindUsage, FoundUsage } from '../find-usage.ts';
import { createClient, type OpenAiAccess } from './create-client.ts';
import { explainFailure } from './explain-failure.ts';
import { readUsage } from './read-usage.ts';

export interface OpenAiUsageOptions extends OpenAiAccess {
  timeoutMs?: number;
}

const TIMEOUT_MS = 15_000;

/** Asks OpenAI for a stored response by its id. */
export function createOpenAiUsage({ timeoutMs = TIMEOUT_MS, ...access }: OpenAiUsageOptions): FindUsage {
  const client = createClient(access, timeoutMs);
  return async (responseId, signal) => {
    try {
      return usageOf(await client.responses.retrieve(responseId, {}, { signal }));
    } catch (error) {
      if (error instanceof NotFoundError) return { kind: 'unknown' };
      throw explainFailure(error, signal.aborted ? 'caller' : null);
    }
  };
}

function usageOf({ status, usage: reported }: Response): FoundUsage {
  if (status === 'queued' || status === 'in_progress') return { kind: 'pending' };
  const usage = readUsage(reported);
  return usage ? { kind: 'known', usage } : { kind: 'unknown' };
}
