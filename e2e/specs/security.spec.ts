import { createServer } from 'node:http';
import { once } from 'node:events';
import type { BrowserContext } from '@playwright/test';
import { loseSession } from '../fixtures/lose-session.ts';
import { createPerson } from '../fixtures/person.ts';
import { signIn } from '../fixtures/sign-in.ts';
import { makeSubjects } from '../fixtures/subjects.ts';
import { pathOf, PAGES } from '../pages.ts';
import { expect, test as base } from '../fixtures/test.ts';

/** A site of somebody else, which shows a page with this body. */
const test = base.extend<{ showElsewhere: (body: string) => Promise<void> }>({
  showElsewhere: async ({ page }, use) => {
    let body = '';
    const server = createServer((_, response) => {
      response.setHeader('content-type', 'text/html');
      response.end(`<!doctype html><title>Elsewhere</title><link rel="icon" href="data:,">${body}`);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    await use(async (shown) => {
      body = shown;
      await page.goto(`http://127.0.0.1:${address.port}/`);
    });
    server.close();
    server.closeAllConnections();
  },
});

test('every page is kept to itself, and to scripts that its own nonce names', async ({ page, api }) => {
  const subjects = await makeSubjects(api);
  const nonces = new Set<string>();
  for (const { name } of PAGES) {
    const answer = await page.request.get(pathOf(name, subjects), { maxRedirects: 0 });
    const headers = answer.headers();
    expect(headers, name).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'strict-origin-when-cross-origin',
    });
    const policy = headers['content-security-policy'] ?? '';
    const [, nonce = ''] = /script-src 'self' 'nonce-([^']{16,})' 'strict-dynamic';/.exec(policy) ?? [];
    expect(nonce, `${name}: ${policy}`).not.toBe('');
    expect(policy).not.toContain("'unsafe-eval'");
    for (const rule of [
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split('; '), name).toContain(rule);
    }
    nonces.add(nonce);
  }
  expect(nonces.size).toBe(PAGES.length);
});

test('a script that found its way into a page does not run', async ({ page, person, problems }) => {
  problems.announce(/^console error: .*inline (script|event handler).* Content Security Policy/);
  expect(person.email).toBeTruthy();
  await page.goto('/settings');
  await page.evaluate(() => {
    const planted = document.createElement('button');
    planted.setAttribute('onclick', "document.title = 'taken'");
    document.body.append(planted);
    planted.click();
    const script = document.createElement('div');
    script.innerHTML = '<img src="data:," onerror="document.title = \'taken\'">';
    document.body.append(script);
  });
  await expect(page).toHaveTitle('Settings · Resumint');
  const answer = await page.goto('/settings');
  const html = (await answer?.text()) ?? '';
  expect(html.match(/<script(?![^>]*\snonce=)[^>]*>/g)).toBeNull();
});

test('the session is a cookie that no script reads and no other site sends', async ({ page, product }) => {
  const { email, password } = await createPerson(product.url);
  await page.goto('/sign-in');
  await signIn(page, { email, password });
  await expect(page).toHaveURL(/\/resumes$/);
  const [cookie, ...others] = await page.context().cookies();
  expect(others).toEqual([]);
  expect(cookie).toMatchObject({ name: 'resumint_session', httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(await page.evaluate(() => document.cookie)).toBe('');
});

test('who signs in gets a session that nobody knew before, and the one before it ends', async ({
  page,
  person,
  product,
}) => {
  const mine = await createPerson(product.url);
  await page.goto('/resumes');
  const before = await sessionOf(page.context());
  expect(before).toBe(person.token);
  // A sign-in that is shown to somebody signed in, as a site does that plants its own session first.
  await loseSession(page);
  await page.goto('/sign-in');
  await page.context().addCookies([{ name: 'resumint_session', value: before, url: product.url }]);
  await signIn(page, mine);
  await expect(page).toHaveURL(/\/resumes$/);
  expect(await sessionOf(page.context())).not.toBe(before);
  await expect(person.api.account.me.query()).rejects.toThrow('Please sign in.');
});

test('a page of somebody else can change nothing, though the browser adds the cookie', async ({
  page,
  api,
  problems,
  product,
  showElsewhere,
}) => {
  problems.announce(/^console error: .*blocked by CORS policy/);
  problems.announce(/^console error: .*(ERR_FAILED|415|403).*\/api\/trpc\/(resumes|account|documents)\.\w+/);
  problems.announce(/^request failed: .*\/api\/trpc\/resumes\.delete/);
  const { resumeId } = await makeSubjects(api);
  const before = { resumes: await api.resumes.list.query(), documents: await api.documents.list.query() };
  for (const target of [`${product.url}/api/trpc`, product.edgeUrl]) {
    await showElsewhere('');
    expect(await page.evaluate(callAsThePerson, { target, resumeId })).toEqual([
      'failed',
      'failed',
      'opaque',
    ]);
    const origin = new URL(page.url()).origin;
    const data = { json: { resumeId } };
    const forced = await page.request.post(`${target}/resumes.delete`, { headers: { origin }, data });
    expect(forced.status()).toBe(403);
  }
  for (const enctype of ['multipart/form-data', 'text/plain']) {
    await showElsewhere(`<form method="post" enctype="${enctype}" action="${product.url}/api/trpc/documents.upload">
      <input name="file" value="planted"><button>Win a prize</button></form>`);
    const answer = page.waitForResponse(/documents\.upload/);
    await page.getByRole('button', { name: 'Win a prize' }).click();
    expect((await answer).status()).toBe(enctype === 'text/plain' ? 415 : 403);
  }
  expect({ resumes: await api.resumes.list.query(), documents: await api.documents.list.query() }).toEqual(
    before,
  );
});

test('what is somebody else’s is not there', async ({ page, person, product, problems }) => {
  problems.announce(/^console error: .* 404 .*\/(resumes|imports)\//);
  expect(person.token).not.toBe('');
  const subjects = await makeSubjects((await createPerson(product.url)).api);
  for (const name of ['resume', 'import'] as const) {
    const answer = await page.goto(pathOf(name, subjects));
    expect(answer?.status()).toBe(404);
    await expect(page.getByText('There is no such page, or it is not yours.')).toBeVisible();
  }
});

test('a sign-in leads on within the app only', async ({ page, product }) => {
  const person = await createPerson(product.url);
  for (const next of ['https://example.com/', '//example.com/', '/\\example.com', 'javascript:alert(1)']) {
    await loseSession(page);
    await page.goto(`/sign-in?next=${encodeURIComponent(next)}`);
    await signIn(page, person);
    await expect(page).toHaveURL(`${product.url}/resumes`);
  }
  await loseSession(page);
  await page.goto('/sign-in?next=/billing');
  await signIn(page, person);
  await expect(page).toHaveURL(`${product.url}/billing`);
});

/** In a page of another origin on the same host, whose requests have the cookie: `SameSite` knows no ports. */
async function callAsThePerson({ target, resumeId }: { target: string; resumeId: string }) {
  const call = (name: string, init: RequestInit) =>
    fetch(`${target}/${name}`, { method: 'POST', credentials: 'include', ...init }).then(
      ({ type }) => type,
      () => 'failed',
    );
  const json = { 'content-type': 'application/json' };
  const simple = { 'content-type': 'text/plain' };
  const body = JSON.stringify({ json: { resumeId } });
  return [
    await call('resumes.delete', { headers: json, body }),
    await call('resumes.delete', { headers: simple, body }),
    await call('account.signOutEverywhere', { mode: 'no-cors', headers: simple, body: '{}' }),
  ];
}

async function sessionOf(context: BrowserContext): Promise<string> {
  const session = (await context.cookies()).find(({ name }) => name === 'resumint_session');
  return session?.value ?? '';
}
