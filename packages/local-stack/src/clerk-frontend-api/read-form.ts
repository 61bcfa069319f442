import type { IncomingMessage } from 'node:http';
import { ClerkError } from './clerk-error.ts';

const MOST_BYTES = 64 * 1024;

export async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // The request is read on after a refusal, or the browser would see a reset instead of the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A body without an encoding comes in buffers');
    bytes += chunk.length;
    if (bytes > MOST_BYTES) {
      request.resume();
      throw new ClerkError(413, 'request_too_large', { message: 'The stand-in takes up to 64 kB.' });
    }
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
