import { describe, expect, it } from 'vitest';
import { assertAllowedLength, limitBody } from './limit-body.ts';

const MB = 1024 * 1024;
const JSON_TYPE = { 'content-type': 'application/json' };
const FORM_TYPE = { 'content-type': 'multipart/form-data; boundary=x' };

const stays = new AbortController().signal;
/** After everything that waits for nothing but what is done already. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve, 'later'));
const request = (bytes: number, headers: Record<string, string>) =>
  new Request('http://resumint.test', { method: 'POST', headers, body: new Uint8Array(bytes) });

describe('limitBody', () => {
  it.each([
    ['JSON of 1 MB', MB, JSON_TYPE],
    ['a form of 10 MB', 10 * MB, FORM_TYPE],
  ])('lets %s through unchanged', async (_, bytes, headers) => {
    const { limited } = limitBody(request(bytes, headers), stays);
    expect((await limited.arrayBuffer()).byteLength).toBe(bytes);
    expect(limited.headers.get('content-type')).toBe(headers['content-type']);
    expect(limited.method).toBe('POST');
  });

  it.each([
    ['JSON of a byte more', MB + 1, JSON_TYPE],
    ['a body of no kind of a byte more', MB + 1, {}],
    ['a form of 11 MB', 11 * MB, FORM_TYPE],
  ])('fails reading %s', async (_, bytes, headers) => {
    await expect(limitBody(request(bytes, headers), stays).limited.arrayBuffer()).rejects.toMatchObject({
      code: 'too_large',
    });
  });

  it('fails reading a form of too many parts', async () => {
    const form = new FormData();
    for (let part = 0; part < 1_000; part += 1) form.append('field', 'text');
    const { limited } = limitBody(new Request('http://resumint.test', { method: 'POST', body: form }), stays);
    await expect(limited.formData()).rejects.toMatchObject({ code: 'bad_input' });
  });

  it.each<[string, (limited: Request) => Promise<unknown>]>([
    ['is refused', (limited) => limited.text().catch(() => null)],
    ['is not wanted', async (limited) => limited.body?.cancel()],
    ['nobody reads', () => Promise.resolve()],
  ])('has heard the sender of a body that %s finish, once the rest is dropped', async (_, end) => {
    let sent = 0;
    let isFinished = false;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent <= 4) return controller.enqueue(new Uint8Array(MB));
        controller.close();
        isFinished = true;
      },
    });
    const init: RequestInit & { duplex: 'half' } = {
      method: 'POST',
      headers: JSON_TYPE,
      body,
      duplex: 'half',
    };
    const { limited, dropRest } = limitBody(new Request('http://resumint.test', init), stays);
    await end(limited);
    await dropRest();
    expect(isFinished).toBe(true);
  });

  it('waits for nothing where all of a body was read, or there is none', async () => {
    const { limited, dropRest } = limitBody(request(MB, JSON_TYPE), stays);
    await limited.arrayBuffer();
    const none = limitBody(new Request('http://resumint.test'), stays);
    const dropped = Promise.all([dropRest(), none.dropRest()]).then(() => 'at once');
    expect(await Promise.race([dropped, nextTurn()])).toBe('at once');
  });

  it('leaves a request without a body without one', () => {
    const { limited } = limitBody(
      new Request('http://resumint.test', { headers: { accept: 'text/plain' } }),
      stays,
    );
    expect(limited).toMatchObject({ method: 'GET', body: null });
    expect(limited.headers.get('accept')).toBe('text/plain');
  });

  it.each(['the caller', 'the reader of the answer'])('stops with %s', (who) => {
    const [caller, reader] = [new AbortController(), new AbortController()];
    const sent = { method: 'POST', body: 'text', signal: caller.signal };
    const { limited } = limitBody(new Request('http://resumint.test', sent), reader.signal);
    expect(limited.signal.aborted).toBe(false);
    (who === 'the caller' ? caller : reader).abort();
    expect(limited.signal.aborted).toBe(true);
  });
});

describe('assertAllowedLength', () => {
  const saying = (length: number, headers: Record<string, string>) =>
    new Request('http://resumint.test', { headers: { ...headers, 'content-length': String(length) } });

  it('refuses what says itself that it is too large', () => {
    expect(() => assertAllowedLength(saying(MB + 1, JSON_TYPE))).toThrow(/larger than 1 MB/);
    expect(() => assertAllowedLength(saying(11 * MB, FORM_TYPE))).toThrow(/larger than 10 MB/);
  });

  it('takes what is not, and what does not say', () => {
    expect(() => assertAllowedLength(saying(MB, JSON_TYPE))).not.toThrow();
    expect(() => assertAllowedLength(saying(10 * MB, FORM_TYPE))).not.toThrow();
    expect(() => assertAllowedLength(new Request('http://resumint.test'))).not.toThrow();
  });
});
