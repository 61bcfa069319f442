import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Browser } from './test-browser.ts';
import { startClerkFrontendApi, type ClerkFrontendApi } from './start-clerk-frontend-api.ts';

const origin = 'http://127.0.0.1:3000';
const ada = { email: 'ada@example.com', password: 'a long enough password' };

const Session = z.object({ id: z.string(), last_active_token: z.object({ jwt: z.string() }) });
const Client = z.object({
  sessions: z.array(Session),
  last_active_session_id: z.string().nullable(),
});
const Answer = z.object({
  response: z.record(z.string(), z.unknown()).nullable(),
  client: Client.nullable(),
});
const Refusal = z.object({ errors: z.tuple([z.object({ code: z.string(), message: z.string() })]) });

let clerk: ClerkFrontendApi;
let browser: Browser;

beforeEach(async () => {
  clerk = await startClerkFrontendApi({ origin });
  browser = new Browser(clerk.url, origin);
});
afterEach(() => clerk.stop());

const post = async (path: string, form?: Record<string, string>) =>
  Answer.parse((await browser.send('POST', path, form)).body);
const signIn = () => post('/v1/client/sign_ins', { identifier: ada.email, password: ada.password });
const refusalCode = async (method: string, path: string, form?: Record<string, string>) => {
  const { status, body } = await browser.send(method, path, form);
  return [status, Refusal.parse(body).errors[0].code];
};

function claimsOf(jwt: string): Record<string, unknown> {
  const [, payload = ''] = jwt.split('.');
  return z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')));
}

describe('the stand-in for Clerk’s Frontend API', () => {
  it('signs in with an email and a password at once, and gives a token for the app', async () => {
    await clerk.createUser(ada);
    const { response, client } = await signIn();
    expect(response).toMatchObject({ status: 'complete', created_session_id: client?.sessions[0]?.id });
    expect(claimsOf(client?.sessions[0]?.last_active_token.jwt ?? '')).toMatchObject({
      azp: origin,
      sid: client?.last_active_session_id,
      sts: 'active',
    });
    expect(browser.cookies.get('__client_uat')).not.toBe('0');
  });

  it('signs in in two steps', async () => {
    await clerk.createUser(ada);
    const { response } = await post('/v1/client/sign_ins', { identifier: ada.email });
    expect(response).toMatchObject({ status: 'needs_first_factor' });
    const done = await post(`/v1/client/sign_ins/${String(response?.['id'])}/attempt_first_factor`, {
      strategy: 'password',
      password: ada.password,
    });
    expect(done.response).toMatchObject({ status: 'complete' });
  });

  it('refuses a wrong password and an unknown email as Clerk does', async () => {
    await clerk.createUser(ada);
    const path = '/v1/client/sign_ins';
    expect(await refusalCode('POST', path, { identifier: 'nobody@example.com' })).toEqual([
      422,
      'form_identifier_not_found',
    ]);
    expect(await refusalCode('POST', path, { identifier: ada.email, password: 'wrong' })).toEqual([
      422,
      'form_password_incorrect',
    ]);
  });

  it('signs up once with an email', async () => {
    const form = { email_address: ada.email, password: ada.password };
    const { response, client } = await post('/v1/client/sign_ups', form);
    expect(response).toMatchObject({
      status: 'complete',
      created_session_id: client?.last_active_session_id,
    });
    expect(await refusalCode('POST', '/v1/client/sign_ups', form)).toEqual([422, 'form_identifier_exists']);
  });

  it('renews the token of an open session only', async () => {
    await clerk.createUser(ada);
    const id = String((await signIn()).response?.['created_session_id']);
    expect((await browser.send('POST', `/v1/client/sessions/${id}/tokens`)).body).toMatchObject({
      object: 'token',
    });
    await clerk.revokeSession(id);
    expect(await refusalCode('POST', `/v1/client/sessions/${id}/tokens`)).toEqual([401, 'signed_out']);
  });

  it('signs out, by the method that the query names', async () => {
    await clerk.createUser(ada);
    await signIn();
    const { client } = await post('/v1/client/sessions?_method=DELETE');
    expect(client?.sessions).toEqual([]);
    expect(browser.cookies.get('__client_uat')).toBe('0');
    expect(clerk.sessionsOf(ada.email)).toEqual([]);
  });

  it('leads a handshake back to the app with a signed answer, and to nowhere else', async () => {
    const back = `${origin}/resumes?page=2`;
    const path = '/v1/client/handshake?redirect_url=';
    const { status, location } = await browser.send('GET', `${path}${encodeURIComponent(back)}`);
    expect([status, location]).toEqual([307, back]);
    expect(claimsOf(browser.cookies.get('__clerk_handshake') ?? '')).toHaveProperty('handshake');
    const elsewhere = encodeURIComponent('https://elsewhere.example/');
    expect(await refusalCode('GET', path + elsewhere)).toEqual([400, 'url_invalid']);
  });

  it('forgets a deleted person', async () => {
    await clerk.createUser(ada);
    await signIn();
    await clerk.deleteUser(ada.email);
    expect(clerk.sessionsOf(ada.email)).toEqual([]);
    expect(await refusalCode('POST', '/v1/client/sign_ins', { identifier: ada.email })).toEqual([
      422,
      'form_identifier_not_found',
    ]);
  });

  it.each([
    ['@clerk/clerk-js@6', 'clerk.browser.js'],
    ['@clerk/ui@1', 'ui.browser.js'],
  ])('serves the real script of %s', async (name, file) => {
    const response = await fetch(`${clerk.url}/npm/${name}/dist/${file}`);
    expect(response.headers.get('content-type')).toBe('text/javascript');
    expect((await response.text()).length).toBeGreaterThan(10_000);
  });

  it.each([
    ['GET', '/v1/unknown'],
    ['PATCH', '/v1/me'],
    ['GET', '/npm/@clerk/clerk-js@6/dist/..%2fpackage.json'],
    ['GET', '/npm/@clerk/backend@3/dist/index.js'],
    ['GET', '/npm/@clerk/ui@1/dist/missing.js'],
  ])('answers %s %s with 404 and an error of Clerk', async (method, path) => {
    expect(await refusalCode(method, path)).toEqual([404, 'resource_not_found']);
  });

  it('lets the pages of the app alone read its answers', async () => {
    const allowedTo = async (from: string) => {
      const response = await fetch(`${clerk.url}/v1/environment`, { headers: { origin: from } });
      return response.headers.get('access-control-allow-origin');
    };
    expect(await allowedTo(origin)).toBe(origin);
    expect(await allowedTo('https://elsewhere.example')).toBeNull();
  });
});
