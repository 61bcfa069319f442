import type { Person, TestApp } from '../test-app.ts';

export const ENDPOINT = 'http://resumint.test/api/trpc';

/** Calls a procedure as a program without our client does, and gives the bare response. */
export function post(
  { handler }: Pick<TestApp, 'handler'>,
  path: string,
  { input, person, headers = {} }: { input: unknown; person?: Person; headers?: Record<string, string> },
): Promise<Response> {
  return handler(
    new Request(`${ENDPOINT}/${path}`, {
      method: 'POST',
      headers: { ...authorization(person), 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ json: input }),
    }),
  );
}

interface StreamedCall {
  input: unknown;
  person: Person;
  signal?: AbortSignal;
  accept?: string;
}

/** Asks for an answer bit by bit, which is a batch of one. */
export function postStreamed(
  { handler }: Pick<TestApp, 'handler'>,
  path: string,
  { input, person, signal, accept = 'application/jsonl' }: StreamedCall,
): Promise<Response> {
  return handler(
    new Request(`${ENDPOINT}/${path}?batch=1`, {
      method: 'POST',
      headers: {
        ...authorization(person),
        'content-type': 'application/json',
        'trpc-accept': accept,
      },
      body: JSON.stringify({ 0: { json: input } }),
      ...(signal && { signal }),
    }),
  );
}

export function authorization(person: Person | undefined): Record<string, string> {
  return person ? { authorization: `Bearer ${person.token}` } : {};
}
