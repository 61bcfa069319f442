import { AppError } from '@resumint/errors';
import { decodableUrl } from './decodable-url.ts';
import { discardRest } from './discard-rest.ts';
import { limitParts } from './limit-parts.ts';

const MOST_JSON_BYTES = 1024 * 1024;
/** The largest file that is taken, and the form around it. */
const MOST_FORM_BYTES = 10 * 1024 * 1024 + 64 * 1024;

export interface LimitedBody {
  limited: Request;
  /**
   * Drops what nobody has read of the body. To be awaited before the answer is sent: workerd lets nobody read a body after
   * that, and closes on what is left of it, which its sender may hear of before the answer.
   */
  dropRest: () => Promise<void>;
}

/**
 * The request with a body that fails as soon as it is too large, whatever its length was said to be, or has too many
 * parts, with a path that decodes, and with a signal that is aborted with its own or with the one given.
 */
export function limitBody(request: Request, left: AbortSignal): LimitedBody {
  const { method, headers } = request;
  const url = decodableUrl(request.url);
  const signal = AbortSignal.any([request.signal, left]);
  if (!request.body) {
    return { limited: new Request(url, { method, headers, signal }), dropRest: () => Promise.resolve() };
  }
  const { body, dropped } = whileAllowed(request.body, checksOf(request));
  // Made from its parts, since a framework's own kind of request cannot be copied. A streamed body must say that it is
  // sent before the answer is read; the DOM's types do not know the field.
  const init: RequestInit & { duplex: 'half' } = { method, headers, signal, body, duplex: 'half' };
  const limited = new Request(url, init);
  return {
    limited,
    async dropRest() {
      if (!limited.bodyUsed) await limited.body?.cancel();
      await dropped();
    },
  };
}

/** Throws before a byte is read when the request says itself that it is too large. */
export function assertAllowedLength(request: Request): void {
  const most = mostBytes(request);
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge(most);
}

/** Why a body may go no further, told after each chunk. */
type Check = (chunk: Uint8Array) => AppError | null;

function checksOf(request: Request): Check[] {
  const size = limitBytes(mostBytes(request));
  return isForm(request) ? [size, limitParts(request.headers.get('content-type') ?? '')] : [size];
}

/** Whoever stops reading, and whatever is refused, leaves a rest that is read and dropped. */
function whileAllowed(source: ReadableStream<Uint8Array>, checks: Check[]) {
  const reader = source.getReader();
  let dropping: Promise<void> | undefined;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read();
        if (done) return controller.close();
        const refusal = checks.map((check) => check(value)).find((refused) => refused !== null);
        if (!refusal) return controller.enqueue(value);
        controller.error(refusal);
        dropping = discardRest(reader);
      },
      cancel() {
        dropping = discardRest(reader);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, dropped: async () => dropping };
}

function limitBytes(most: number): Check {
  let bytes = 0;
  return (chunk) => {
    bytes += chunk.byteLength;
    return bytes > most ? tooLarge(most) : null;
  };
}

function mostBytes(request: Request): number {
  return isForm(request) ? MOST_FORM_BYTES : MOST_JSON_BYTES;
}

function isForm({ headers }: Request): boolean {
  return headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
}

function tooLarge(most: number): AppError {
  return new AppError('too_large', `This request is larger than ${Math.floor(most / 1024 / 1024)} MB.`);
}
