import type { IncomingMessage } from 'node:http';

const bodyLimit = 16 * 1024 * 1024;

export class BodyError extends Error {
  override readonly name = 'BodyError';
  readonly status: 400 | 413;

  constructor(status: 400 | 413, message: string, options?: { cause: unknown }) {
    super(message, options);
    this.status = status;
  }
}

/** Reads a JSON body of at most 16 MB. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('The request was given an encoding');
    size += chunk.length;
    if (size > bodyLimit) throw new BodyError(413, `The body exceeds ${bodyLimit} bytes`);
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch (cause) {
    throw new BodyError(400, 'The body is not JSON', { cause });
  }
}
