import { expect, it } from 'vitest';
import { whileRead } from './while-read.ts';

it('hands a body that is read to its end on unchanged', async () => {
  const left = new AbortController();
  const response = whileRead(new Response('text', { status: 201, headers: { 'x-kept': 'yes' } }), left);
  expect(await response.text()).toBe('text');
  expect(response.status).toBe(201);
  expect(response.headers.get('x-kept')).toBe('yes');
  expect(left.signal.aborted).toBe(false);
});

it('tells when the reader goes away, and lets the source know', async () => {
  const left = new AbortController();
  let cancelled: unknown = null;
  const endless = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(1)),
    cancel: (reason: unknown) => {
      cancelled = reason;
    },
  });
  const reader = whileRead(new Response(endless), left).body?.getReader();
  await reader?.read();
  expect(left.signal.aborted).toBe(false);
  await reader?.cancel('enough');
  expect({ isAborted: left.signal.aborted, cancelled }).toEqual({ isAborted: true, cancelled: 'enough' });
});

it('hands the failure of a body on', async () => {
  const broken = new ReadableStream({ pull: (controller) => controller.error(new Error('broken')) });
  await expect(whileRead(new Response(broken), new AbortController()).text()).rejects.toThrow('broken');
});

it('leaves a response without a body as it is', () => {
  const bare = new Response(null, { status: 204 });
  expect(whileRead(bare, new AbortController())).toBe(bare);
});
