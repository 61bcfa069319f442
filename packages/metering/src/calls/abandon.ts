import { createId } from '@resumint/drizzle';
import { transact } from '../ledger/transact.ts';
import { decideAbandon, type AbandonCommand } from '../stream/decide-abandon.ts';
import { persist } from './persist.ts';
import type { Metering } from './metering.ts';

/**
 * Sees to it that a hold whose caller was told 503 never charges: keeps trying until its sequence is taken or the
 * hold is released, for as long as the hold could live, where work may outlive its response for so long.
 */
export async function abandon(
  { ledger, times }: Metering,
  { userId, ...command }: Omit<AbandonCommand, 'voidId'> & { userId: string },
): Promise<void> {
  const { operationId } = command;
  const voidId = createId('void');
  const stream = { userId, operationId, withinMs: times.endMs };
  await persist(Math.min(times.holdMs, times.keepTryingMs), () =>
    transact(ledger, stream, (view) => decideAbandon(view, { ...command, voidId })),
  );
}
