import type { Database } from '@resumint/drizzle';
import type { UsualCall } from '@resumint/metering';
import { DEFAULT_TIER, MODEL_OF_TIER, OPERATION_NAMES, OPERATIONS } from '@resumint/operations';
import { readChoices } from '../store/choices.ts';

/** A call of each operation as a person makes it who names nothing: with what they chose, else with what is usual. */
export async function usualCalls(db: Database, userId: string): Promise<UsualCall[]> {
  const choiceOf = await readChoices(db, userId);
  return OPERATION_NAMES.map((operation) => {
    const { tier, maxOutputTokens } = choiceOf(operation);
    const { typical } = OPERATIONS[operation];
    return {
      operation,
      model: MODEL_OF_TIER[tier ?? DEFAULT_TIER],
      inputTokens: typical.inputTokens,
      maxOutputTokens: Math.min(maxOutputTokens ?? typical.maxOutputTokens, typical.maxOutputTokens),
    };
  });
}
