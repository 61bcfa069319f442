import { ModelError } from '@resumint/ai';
import { operations } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { and, eq } from 'drizzle-orm';
import type { Ledger } from '../ledger/ledger.ts';
import type { Fact } from '../stream/fact.ts';
import type { State } from '../stream/state.ts';
import { callReceipt, type CallReceipt } from './receipt.ts';

const RESULT_KEPT_MS = 24 * 3_600_000;

interface CallRef {
  userId: string;
  operationId: string;
  subjectId: string;
}

/** Keeps the provider's id of an answer as soon as it is known, so that true usage can be asked for. */
export async function storeResponseId({ db }: Ledger, ref: CallRef, responseId: string): Promise<void> {
  await db
    .insert(operations)
    .values({ ...ref, responseId, resultExpiresAt: expiry() })
    .onDuplicateKeyUpdate({ set: { responseId } });
}

/** Keeps an answer for a replay of the same idempotency key, for a day. */
export async function storeResult({ db }: Ledger, ref: CallRef, result: unknown): Promise<void> {
  const kept = { result, resultExpiresAt: expiry() };
  await db
    .insert(operations)
    .values({ ...ref, ...kept })
    .onDuplicateKeyUpdate({ set: kept });
}

/** The first answer to an idempotency key. */
export interface Replay {
  result: unknown;
  receipt: CallReceipt;
}

/** Answers a replay as the first call was answered, or throws why there is no answer to give. */
export async function findResult(
  { db }: Ledger,
  userId: string,
  { earlier, state }: { earlier: Fact[]; state: State },
): Promise<Replay> {
  const receipt = callReceipt(earlier, state);
  const { operationId } = receipt;
  if (receipt.status === 'held') {
    throw new AppError('in_progress', 'This request is still running. Ask again in a moment.', {
      details: { operationId },
    });
  }
  const [stored] = await db
    .select()
    .from(operations)
    .where(and(eq(operations.userId, userId), eq(operations.operationId, operationId)));
  if (stored?.result != null && stored.resultExpiresAt.getTime() > Date.now()) {
    return { result: stored.result, receipt };
  }
  if (receipt.outcome === 'completed') {
    throw new AppError('result_expired', 'The answer to this request is no longer kept. Its receipt is.', {
      details: { operationId },
    });
  }
  throw endedWithoutResult(receipt);
}

/** How a call that gave nothing is told, the first time and on every replay. */
export function endedWithoutResult(
  { operationId, outcome, charged }: CallReceipt,
  cause?: unknown,
): AppError {
  const wasCharged = charged.tokens > 0;
  const message = {
    unusable: 'The model answered with something that cannot be used. Its tokens were spent and are charged.',
    stopped: 'The call was stopped. What had arrived is charged.',
    lost: 'The connection to the model was lost. What was held is charged as an estimate until the true usage is known.',
    failed: 'The model provider failed. Nothing was charged.',
    abandoned: 'The call was given up before it began. Nothing was charged.',
    completed: 'The answer could not be kept.',
  }[outcome ?? 'lost'];
  return new AppError('model_failed', message, {
    details: {
      retryable: !isFinal(cause),
      operationId,
      charged: wasCharged,
    },
    cause,
  });
}

/** What a provider refused before it worked on it, it will refuse again. */
function isFinal(cause: unknown): boolean {
  return cause instanceof ModelError && cause.spent === 'nothing' && !cause.retryable;
}

function expiry(): Date {
  return new Date(Date.now() + RESULT_KEPT_MS);
}
