import { withOutputCap, type PlannedCall } from '@resumint/metering';
import { AppError } from '@resumint/errors';
import {
  canReuse,
  DEFAULT_TIER,
  MODEL_OF_TIER,
  type ModelName,
  type OperationName,
} from '@resumint/operations';
import type { Context } from '../context.ts';
import { readChoice } from '../store/choices.ts';

/** What of a call's options its price depends on. */
export interface NamedSize {
  model?: ModelName | undefined;
  maxOutputTokens?: number | undefined;
  /** Asks a model, also where an earlier answer could be given. */
  fresh?: boolean | undefined;
}

/** With which model a call is made, and with which cap; without one the operation's own counts. */
export interface CallSize {
  model: ModelName;
  cap: { tokens: number; isNamed: boolean } | null;
  /** Whether the person chose that a repeated input is answered from an earlier call, and this one may be. */
  mayReuse: boolean;
}

/** What the caller names, else what the person chose for the operation, else what is usual. */
export async function readCallSize(
  { db, userId }: Pick<Context, 'db'> & { userId: string },
  operation: OperationName,
  { model, maxOutputTokens, fresh = false }: NamedSize,
): Promise<CallSize> {
  const named = maxOutputTokens === undefined ? null : { tokens: maxOutputTokens, isNamed: true };
  const isReusable = canReuse(operation) && !fresh;
  if (model !== undefined && named !== null && !isReusable) return { model, cap: named, mayReuse: false };
  const choice = await readChoice(db, userId, operation);
  const chosen = choice.maxOutputTokens === null ? null : { tokens: choice.maxOutputTokens, isNamed: false };
  return {
    model: model ?? MODEL_OF_TIER[choice.tier ?? DEFAULT_TIER],
    cap: named ?? chosen,
    mayReuse: isReusable && choice.reusesAnswers,
  };
}

/**
 * A planned call with a smaller cap. One that the caller names is refused where it is too small to be of use; one that
 * was chosen for all calls of the operation is as small as this call allows.
 */
export function withCap(planned: PlannedCall, cap: CallSize['cap']): PlannedCall {
  if (cap === null || cap.tokens >= planned.request.maxOutputTokens) return planned;
  const { leastOutputTokens } = planned;
  if (cap.isNamed && cap.tokens < leastOutputTokens) {
    throw new AppError(
      'bad_input',
      `An answer of at most ${cap.tokens} tokens is of no use here. Allow at least ${leastOutputTokens}.`,
    );
  }
  return withOutputCap(planned, Math.max(cap.tokens, leastOutputTokens));
}
