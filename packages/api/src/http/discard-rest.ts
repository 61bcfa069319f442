const MOST_BYTES = 32 * 1024 * 1024;
const MOST_MS = 10_000;

/**
 * Reads and drops what is left of a body that nobody wants, so that its sender finishes and reads the answer: a server
 * that closes on bytes it has not read resets the connection, often before the answer has arrived. What is larger than
 * 32 MB or takes longer than 10 s is cancelled.
 */
export async function discardRest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const overdue = AbortSignal.timeout(MOST_MS);
  overdue.addEventListener('abort', () => void cancel(reader));
  try {
    for (let bytes = 0; bytes <= MOST_BYTES;) {
      const { done, value } = await reader.read();
      if (done) return;
      bytes += value.byteLength;
    }
  } catch {
    // The sender has gone: nobody waits for the answer.
    return;
  }
  await cancel(reader);
}

async function cancel(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  // A connection that has broken meanwhile needs no end.
  await reader.cancel().catch(() => undefined);
}
