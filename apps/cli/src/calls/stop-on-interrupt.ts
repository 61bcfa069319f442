import type { Receipt } from '../answers.ts';
import { CommandError } from '../command-error.ts';
import type { Io } from '../io.ts';
import { receiptJson } from '../json/receipt-json.ts';
import { receiptLines } from '../text/receipt-lines.ts';

const TRIES = 20;
const BETWEEN_TRIES_MS = 250;
/** Enough to see past calls that were begun elsewhere in the meantime. */
const LOOKED_AT = 10;

/**
 * Makes a call to a model that Ctrl-C stops. Throws `stopped` then, with what the stopped call was charged, which is
 * told apart from other calls by the receipts there were before.
 */
export async function stopOnInterrupt<Answer>(
  io: Io,
  operation: Receipt['operation'],
  call: (signal: AbortSignal) => Promise<Answer>,
): Promise<Answer> {
  const before = await newestReceipts(io);
  const signal = io.interrupted();
  try {
    return await call(signal);
  } catch (error) {
    if (!signal.aborted) throw error;
    const known = new Set(before.map(({ operationId }) => operationId));
    throw stopped(
      await findStopped(io, (receipt) => receipt.operation === operation && !known.has(receipt.operationId)),
      error,
    );
  }
}

/** The receipt of the stopped call once it has ended; as it is when it does not end in time, null when there is none. */
async function findStopped(io: Io, isOurs: (receipt: Receipt) => boolean): Promise<Receipt | null> {
  let found: Receipt | null = null;
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await io.wait(BETWEEN_TRIES_MS);
    found = (await newestReceipts(io)).find(isOurs) ?? null;
    if (found && found.status !== 'held') return found;
  }
  return found;
}

async function newestReceipts({ client }: Io): Promise<Receipt[]> {
  const { receipts } = await client.usage.list.query({ limit: LOOKED_AT });
  return receipts;
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
