import type { IncomingMessage } from 'node:http';
import { ApiError, badRequest } from './api-error.ts';

const BODY_BYTES_MAX = 4 * 1024 * 1024;

export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // The request is read on after a refusal, or the client would see a reset instead of the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('A body without an encoding comes in buffers');
    bytes += chunk.length;
    if (bytes > BODY_BYTES_MAX) {
      request.resume();
      throw new ApiError(
        413,
        { message: 'The request is larger than the simulator takes.' },
        { connection: 'close' },
      );
    }
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw badRequest('The body of the request is not JSON.');
  }
}
