import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { kindsOf } from './entries.ts';
import { chunked, json, MB, rawJson, send, type RawInit } from './malformed.ts';
import { ENDPOINT } from './raw-request.ts';
import { expectRefusal } from './refusal.ts';
import { formOf } from './upload.ts';

let app: TestApp;
let person: Person;

beforeAll(async () => {
  app = await startTestApp();
  person = await app.createPerson();
});
afterAll(() => app.stop());

const ids = { documentId: 'doc_0123456789' };
const TWO_CALLS = 'account.signUp,account.signUp?batch=1';
const inTwoPlaces = {
  json: { model: null, id: ids.documentId },
  meta: { referentialEqualities: { id: ['documentId'] } },
};
const ofClass = { json: ids, meta: { values: { documentId: ['class'] } } };

const wrongInputs: [kind: string, init: () => RawInit][] = [
  ['a body that is no JSON', () => rawJson('{"json":')],
  ['a body that is no object', () => rawJson('"text"')],
  ['an empty body', () => rawJson('')],
  ['a body that is null', () => rawJson('null')],
  ['an id that is said to stand elsewhere', () => rawJson(JSON.stringify(inTwoPlaces))],
  ['superjson of no known kind', () => rawJson(JSON.stringify(ofClass))],
  ['a field of the wrong type', () => json({ documentId: 7 })],
  ['a missing field', () => json({})],
  ['no input', () => json(null)],
  ['an id of another kind', () => json({ documentId: 'res_0123456789' })],
  ['an id that is SQL', () => json({ documentId: "doc_' or 1=1" })],
  ['an unknown model', () => json({ ...ids, model: 'gpt-9' })],
  ['a model that the provider has and we do not price', () => json({ ...ids, model: 'o4-mini' })],
  ['an idempotency key that is too short', () => json({ ...ids, idempotencyKey: 'k' })],
  ['an idempotency key that is too long', () => json({ ...ids, idempotencyKey: 'k'.repeat(129) })],
  ['bytes', () => ({ body: 'abc', headers: { 'content-type': 'application/octet-stream' } })],
  ['a form', () => ({ body: formOf('text') })],
];

describe('a call of a model with input that is not as it must be', () => {
  it.each(wrongInputs)('is refused with 400 for %s, and charges nothing', async (_, init) => {
    const refused = await send(app, person, { path: 'ai.parseResume', ...init() });
    expect(refused).toMatchObject({ status: 400, code: 'bad_input' });
    expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
    expect(refused.text).not.toMatch(
      /\bat .*\.ts|node_modules|select |insert |destructure|superjson|JSON at position|Unexpected/i,
    );
  });

  it.each<[string, () => RawInit]>([
    ['that says so', () => saying(`{"json":"${'a'.repeat(2 * MB)}"}`)],
    ['that does not say so', () => chunked(`{"json":"${'a'.repeat(2 * MB)}"}`, 'application/json')],
  ])('is refused with 413 for a body of 2 MB %s', async (_, init) => {
    const refused = await send(app, person, { path: 'ai.parseResume', ...init() });
    expect(refused).toMatchObject({ status: 413, code: 'too_large' });
  });
});

describe('a request that leads nowhere', () => {
  it.each<{ to: string; path: string; init: () => RawInit; status: number; code: string }>([
    { to: 'no procedure', path: 'ai.nothing', init: () => json(ids), status: 404, code: 'not_found' },
    {
      to: 'the prototype',
      path: '__proto__.constructor',
      init: () => json(ids),
      status: 404,
      code: 'not_found',
    },
    {
      to: 'a path that does not decode',
      path: '%E0%A4',
      init: () => json(ids),
      status: 404,
      code: 'not_found',
    },
    {
      to: 'a mutation as GET',
      path: 'ai.parseResume',
      init: () => ({ method: 'GET' }),
      status: 405,
      code: 'bad_input',
    },
    { to: 'JSON in XML', path: 'ai.parseResume', init: () => xml('<a/>'), status: 415, code: 'bad_input' },
    {
      to: 'two calls in a batch',
      path: TWO_CALLS,
      init: () => json(ids),
      status: 400,
      code: 'bad_input',
    },
  ])('is refused with $status for $to', async ({ path, init, status, code }) => {
    expect(await send(app, person, { path, ...init() })).toMatchObject({ status, code });
  });

  it('is answered where it is a HEAD that accepts streams', async () => {
    const headers = { 'trpc-accept': 'application/jsonl' };
    const response = await app.handler(new Request(`${ENDPOINT}/ai.summarize`, { method: 'HEAD', headers }));
    expect(response.status).toBe(204);
  });
});

describe('a time that no database can compare', () => {
  const far = new Date(8.64e15);

  it.each<[what: string, ask: () => Promise<unknown>]>([
    ['a day', () => person.client.usage.activity.query({ query: { to: '9999-12-31' } })],
    [
      'a place among refusals',
      () => {
        const cursor = { dayStart: far, limit: 'tokensPerDay', operation: 'resume.parse' };
        return person.client.usage.denials.query({ cursor });
      },
    ],
    [
      'a place among notifications',
      () => person.client.notifications.list.query({ cursor: { at: far, seq: 1, limit: 'tokensPerDay' } }),
    ],
    ['what was seen', () => person.client.notifications.markRead.mutate({ seenUpTo: { at: far, seq: 1 } })],
  ])('is refused as %s', async (_, ask) => {
    await expectRefusal('bad_input', ask());
  });
});

it('the app works after all of these, has charged nothing, and has nothing to report', async () => {
  expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
  expect(app.failures).toEqual([]);
  expect(await person.client.account.me.query()).toMatchObject({ userId: person.userId });
});

function xml(body: string): RawInit {
  return { body, headers: { 'content-type': 'text/xml' } };
}

function saying(body: string): RawInit {
  return { body, headers: { 'content-type': 'application/json', 'content-length': String(body.length) } };
}
