import { createId, ledgerNotes } from '@resumint/drizzle';
import { AppError } from '@resumint/errors';
import { sql } from 'drizzle-orm';
import { adjustmentIdOf } from '../calls/identify.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { readStream } from '../ledger/read-stream.ts';
import { transact } from '../ledger/transact.ts';
import { decideAdjust, type AdjustCommand, type AdjustOutcome } from '../stream/decide-adjust.ts';

export interface AdjustmentRequest extends Omit<AdjustCommand, 'operationId'> {
  /** Why, in words that the person reads. */
  note: string;
  /** With it, the same adjustment asked for again is made once. */
  idempotencyKey?: string | undefined;
}

/**
 * Adjusts what counts as a person's spending, by an entry of its own that they can read with its note. The note is
 * written before the entry, so none stands without; a note whose entry did not land is shown to nobody.
 */
export async function adjust(
  ledger: Ledger,
  userId: string,
  { note, idempotencyKey, ...asked }: AdjustmentRequest,
): Promise<AdjustOutcome> {
  const operationId =
    idempotencyKey === undefined ? createId('adjustment') : adjustmentIdOf(userId, idempotencyKey);
  const command = { ...asked, operationId };
  if (!(await isMade(ledger, userId, command))) await keepNote(ledger, { userId, operationId, note });
  return transact(ledger, { userId, operationId }, (view) => decideAdjust(view, command));
}

/** Whether it stands already. Throws why it would be refused, before a note is written for it. */
async function isMade(ledger: Ledger, userId: string, command: AdjustCommand): Promise<boolean> {
  const stream = await readStream(ledger, userId, [command.operationId]);
  if (!stream) throw new AppError('not_found', 'This account has no usage record.');
  const { head, facts, clock } = stream;
  const earlier = facts.get(command.operationId) ?? [];
  return decideAdjust({ head, earlier, clock }, command).entries.length === 0;
}

/** The first note of an operation stays. */
async function keepNote(
  { db }: Ledger,
  note: Pick<typeof ledgerNotes.$inferInsert, 'userId' | 'operationId' | 'note'>,
): Promise<void> {
  await db
    .insert(ledgerNotes)
    .values({ ...note, at: new Date() })
    .onDuplicateKeyUpdate({ set: { note: sql`${ledgerNotes.note}` } });
}
