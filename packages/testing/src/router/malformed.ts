import { z } from 'zod';
import type { Person, TestApp } from '../test-app.ts';
import { authorization, ENDPOINT } from './raw-request.ts';

export const MB = 1024 * 1024;

/** Of a streamed body the DOM's types do not know the field that it needs. */
export type RawInit = RequestInit & { duplex?: 'half' };

/** Sends anything at all, signed in, and gives what a client can tell of the answer. */
export async function send(
  { handler }: Pick<TestApp, 'handler'>,
  person: Person,
  { path, ...init }: RawInit & { path: string },
): Promise<{ status: number; code: string | null; text: string }> {
  const headers = { ...authorization(person), ...Object.fromEntries(new Headers(init.headers)) };
  const response = await handler(new Request(`${ENDPOINT}/${path}`, { method: 'POST', ...init, headers }));
  const text = await response.text();
  return { status: response.status, code: codeIn(JSON.parse(text)), text };
}

export function json(input: unknown): RawInit {
  return rawJson(JSON.stringify({ json: input }));
}

export function rawJson(body: string): RawInit {
  return { body, headers: { 'content-type': 'application/json' } };
}

/** A body that comes without its length, in chunks as a network brings them. */
export function chunked(text: string, contentType: string): RawInit {
  const bytes = new TextEncoder().encode(text);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      controller.enqueue(bytes.subarray(sent, sent + 65_536));
      sent += 65_536;
      if (sent >= bytes.length) controller.close();
    },
  });
  return { body, duplex: 'half', headers: { 'content-type': contentType } };
}

const Refusal = z.object({
  error: z.object({ json: z.object({ data: z.object({ app: z.object({ code: z.string() }).nullable() }) }) }),
});

function codeIn(body: unknown): string | null {
  return Refusal.safeParse(body).data?.error.json.data.app?.code ?? null;
}
