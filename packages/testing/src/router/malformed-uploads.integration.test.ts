import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { kindsOf } from './entries.ts';
import { chunked, json, MB, send, type RawInit } from './malformed.ts';
import { formOf, SHORT_RESUME, uploadFile } from './upload.ts';

let app: TestApp;
let person: Person;

beforeAll(async () => {
  app = await startTestApp();
  person = await app.createPerson();
});
afterAll(() => app.stop());

const path = 'documents.upload';
const FORM = 'multipart/form-data; boundary=x';
const FILE_HEAD = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.txt"\r\n\r\n';

it.each<[string, () => RawInit]>([
  ['JSON', () => json({ file: 'text' })],
  ['a form without a file', () => ({ body: formWith('file', 'text') })],
  ['a file in another field', () => ({ body: formWith('cv', new File(['text'], 'a.txt')) })],
  ['a form of a thousand fields', () => ({ body: formOfMany(1_000) })],
  ['a form that is none', () => ({ body: 'no form', headers: { 'content-type': FORM } })],
  ['a form that is cut off', () => ({ body: FILE_HEAD, headers: { 'content-type': FORM } })],
  ['a form without a boundary', () => ({ body: 'no', headers: { 'content-type': 'multipart/form-data' } })],
])('an upload of %s is refused with 400', async (_, init) => {
  expect(await send(app, person, { path, ...init() })).toMatchObject({ status: 400, code: 'bad_input' });
});

it.each<[string, () => RawInit]>([
  ['at once', () => ({ body: formOf('a'.repeat(11 * MB)) })],
  ['in chunks without its length', () => chunked(`${FILE_HEAD}${'a'.repeat(11 * MB)}\r\n--x--\r\n`, FORM)],
])('an upload of 11 MB that comes %s is refused with 413', async (_, init) => {
  expect(await send(app, person, { path, ...init() })).toMatchObject({ status: 413, code: 'too_large' });
});

it('the sender of a form that is refused unread can finish, and reads why', async () => {
  const { promise: ended, resolve: end } = Promise.withResolvers<string>();
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      if (sent <= 5) return controller.enqueue(new Uint8Array(MB));
      controller.close();
      end('finished');
    },
    cancel: () => end('cancelled'),
  });
  const headers = { authorization: 'Bearer nobody', 'content-type': FORM };
  const refused = await send(app, person, { path, body, duplex: 'half', headers });
  expect(refused).toMatchObject({ status: 401, code: 'unauthenticated' });
  expect(await ended).toBe('finished');
});

it('a file uploads after all of these, which charged nothing and left nothing to report', async () => {
  expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
  expect(app.failures).toEqual([]);
  expect(await uploadFile(person.client, SHORT_RESUME)).toMatch(/^doc_/);
});

function formWith(field: string, value: string | File): FormData {
  const form = new FormData();
  form.set(field, value);
  return form;
}

function formOfMany(fields: number): FormData {
  const form = formOf('text');
  for (let field = 0; field < fields; field += 1) form.append('field', 'text');
  return form;
}
