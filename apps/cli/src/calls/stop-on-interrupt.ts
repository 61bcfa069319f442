import { readAppError } from '@resumint/client';
import type { Receipt } from '../answers.ts';
import { CommandError } from '../command-error.ts';
import type { Io } from '../io.ts';
import { receiptJson } from '../json/receipt-json.ts';
import { receiptLines } from '../text/receipt-lines.ts';

const TRIES = 20;
const BETWEEN_TRIES_MS = 250;

/**
 * Makes a call to a model, under the key that it is sent with, that Ctrl-C stops. Throws `stopped` then, with what the
 * stopped call was charged.
 */
export async function stopOnInterrupt<Answer>(
  io: Io,
  idempotencyKey: string,
  call: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const signal = io.interrupted();
  try {
    return await call(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    throw stopped(await findEnded(io, idempotencyKey), error);
  }
}

/** The receipt of the stopped call once it has ended; as it is when it does not end in time, null when there is none. */
async function findEnded(io: Io, idempotencyKey: string): Promise<Receipt | null> {
  let found: Receipt | null = null;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await io.wait(BETWEEN_TRIES_MS);
    found = await findReceipt(io, idempotencyKey);
    if (found && found.status !== 'held') return found;
  }
  return found;
}

async function findReceipt({ client }: Io, idempotencyKey: string): Promise<Receipt | null> {
  try {
    return await client.usage.receipt.query({ idempotencyKey });
  } catch (error) {
    // It may be on its way still.
    if (readAppError(error)?.code === 'not_found') return null;
    throw error;
  }
}

function stopped(receipt: Receipt | null, cause: unknown): CommandError {
  const message = receipt
    ? ['Stopped.', ...receiptLines(receipt)].join('\n')
    : 'Stopped. The call had not begun, as far as the server shows: no receipt was found.';
  return new CommandError('stopped', message, {
    details: { receipt: receipt && receiptJson(receipt) },
    cause,
  });
}
