import { sessionCookieName } from '@resumint/auth/local';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ORIGIN } from '../mount.ts';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { kindsOf } from './entries.ts';
import { ENDPOINT, post, postStreamed } from './raw-request.ts';
import { SHORT_RESUME, uploadFile } from './upload.ts';

const STRANGE = 'https://evil.example';

let app: TestApp;
let person: Person;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());
beforeEach(async () => {
  person = await app.createPerson();
});

const cookie = () => ({ cookie: `${sessionCookieName}=${person.token}` });
const setZone = (headers: Record<string, string>) =>
  post(app, 'account.setZone', { input: { zone: 'Asia/Tokyo' }, headers });
const corsOf = ({ headers }: Response) =>
  [...headers.keys()].filter((name) => name.startsWith('access-control-'));

describe('a change with the session cookie', () => {
  it('is taken from a page of the app, which may read the answer', async () => {
    const response = await setZone({ ...cookie(), origin: ORIGIN });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
    expect(response.headers.get('access-control-allow-credentials')).toBe('true');
    expect(await kindsOf(app.db, person.userId)).toEqual(['open', 'terms']);
  });

  it.each([
    ['another page', { origin: STRANGE }],
    ['nobody knows where', {}],
  ])('is refused with 403 from %s, and changes nothing', async (_, origin) => {
    const response = await setZone({ ...cookie(), ...origin });
    expect(response.status).toBe(403);
    expect(await response.text()).toContain('"code":"forbidden"');
    expect(corsOf(response)).toEqual([]);
    expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
  });

  it('is refused as a form of another page sends it, without a question first', async () => {
    const response = await setZone({ ...cookie(), origin: STRANGE, 'content-type': 'text/plain' });
    expect(response.status).toBe(415);
    expect(await kindsOf(app.db, person.userId)).toEqual(['open']);
  });
});

it('a change with a token is taken from anywhere, and no page but the app’s may read the answer', async () => {
  const response = await setZone({ authorization: `Bearer ${person.token}`, origin: STRANGE });
  expect(response.status).toBe(200);
  expect(corsOf(response)).toEqual([]);
});

it('the app may ask before it calls, and nobody else is told anything', async () => {
  const preflight = (origin: string) =>
    app.handler(
      new Request(`${ENDPOINT}/ai.summarize`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST' },
      }),
    );
  const allowed = await preflight(ORIGIN);
  expect(allowed.status).toBe(204);
  expect(allowed.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  expect(corsOf(await preflight(STRANGE))).toEqual([]);
});

it('the app may read a refusal, with the limit that binds in its head', async () => {
  await person.client.limits.lower.mutate({ tokensPerDay: 0n });
  const documentId = await uploadFile(person.client, SHORT_RESUME);
  const headers = { ...cookie(), origin: ORIGIN };
  const response = await post(app, 'ai.parseResume', { input: { documentId }, headers });
  expect(response.status).toBe(402);
  expect(response.headers.get('ratelimit')).toContain('tokens-per-day');
  expect(response.headers.get('access-control-allow-origin')).toBe(ORIGIN);
  expect(response.headers.get('access-control-expose-headers')).toContain('RateLimit');
});

it('no answer is kept by a browser or by what is on the way, were it a refusal or a stream', async () => {
  const headers = cookie();
  const answers = await Promise.all([
    app.handler(new Request(`${ENDPOINT}/usage.summary`, { headers })),
    app.handler(new Request(`${ENDPOINT}/usage.summary`)),
    setZone({ ...cookie(), origin: STRANGE }),
    postStreamed(app, 'ai.summarize', { input: { resumeId: 'res_none' }, person }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 401, 403, 404]);
  for (const answer of answers) expect(answer.headers.get('cache-control')).toBe('no-store');
});
