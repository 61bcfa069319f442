import { AppError } from '@resumint/errors';
import { decodableUrl } from './decodable-url.ts';

const MOST_JSON_BYTES = 1024 * 1024;
/** The largest file that is taken, and the form around it. */
const MOST_FORM_BYTES = 10 * 1024 * 1024 + 64 * 1024;

/**
 * The request with a body that fails as soon as it is too large, whatever its length was said to be, with a path that
 * decodes, and with a signal that is aborted with its own or with the one given.
 */
export function limitBody(request: Request, left: AbortSignal): Request {
  const { method, headers } = request;
  const url = decodableUrl(request.url);
  const signal = AbortSignal.any([request.signal, left]);
  if (!request.body) return new Request(url, { method, headers, signal });
  const most = mostBytes(request);
  let bytes = 0;
  const counted = request.body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        bytes += chunk.byteLength;
        if (bytes > most) controller.error(tooLarge(most));
        else controller.enqueue(chunk);
      },
    }),
  );
  // Made from its parts, since a framework's own kind of request cannot be copied. A streamed body must say that it is
  // sent before the answer is read; the DOM's types do not know the field.
  const init: RequestInit & { duplex: 'half' } = { method, headers, signal, body: counted, duplex: 'half' };
  return new Request(url, init);
}

/** Throws before a byte is read when the request says itself that it is too large. */
export function assertAllowedLength(request: Request): void {
  const most = mostBytes(request);
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
}

function mostBytes({ headers }: Request): number {
  const isForm = headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
  return isForm ? MOST_FORM_BYTES : MOST_JSON_BYTES;
}

function tooLarge(most: number): AppError {
  return new AppError('too_large', `This request is larger than ${Math.floor(most / 1024 / 1024)} MB.`);
}
