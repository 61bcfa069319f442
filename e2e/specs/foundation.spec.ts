import { readAppError } from '@resumint/client';
import { escapePattern } from '../fixtures/escape-pattern.ts';
import { createProblems } from '../fixtures/problems.ts';
import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';

// What the other specs stand on: a check that cannot fail would let all of them pass.

test('the product is up, and says what is simulated', async ({ request }) => {
  const health = await request.get('/api/health');
  expect(await health.json()).toMatchObject({ status: 'ok', simulated: ['model', 'sign-in', 'mail'] });
});

test('the icon is found where browsers look for it', async ({ request }) => {
  const icon = await request.get('/favicon.ico');
  expect(icon.headers()['content-type']).toContain('image/svg+xml');
});

test('a person is signed in in the browser and has an account of their own', async ({
  page,
  person,
  product,
}) => {
  const answer = await page.request.get(`${product.url}/api/trpc/account.me`);
  expect(await answer.text()).toContain(person.email);
  expect((await person.api.usage.summary.query()).day.tokens.used).toBe(0n);
});

test('an admin puts a person at their limit', async ({ admin, person, api }) => {
  await admin.limits.setFor.mutate({ email: person.email, limits: { tokensPerDay: 10n } });
  const { isAdmitted } = await api.limits.check.query({ tokens: 11, costNanos: 0n });
  expect(isAdmitted).toBe(false);
});

test('a fault that is ordered meets the next call', async ({ simulator, api }) => {
  const file = new FormData();
  file.set('file', new File(['Ada Lovelace\nada@example.com\n\nSkills\nMathematics'], 'ada.txt'));
  const { documentId } = await api.documents.upload.mutate(file);
  await simulator.orderFaults({ kind: 'refusal' });
  const failure: unknown = await api.ai.parseResume
    .mutate({ documentId, idempotencyKey: 'a call that meets a fault' })
    .catch((error: unknown) => error);
  expect(readAppError(failure)?.code).toBe('model_failed');
});

test('a database goes away and comes back under a running product', async ({ outage, page }) => {
  const health = `${outage.product.url}/api/health`;
  await outage.breakDatabase();
  expect((await page.request.get(health)).status()).toBe(503);
  await outage.restoreDatabase();
  expect((await page.request.get(health)).status()).toBe(200);
});

test.describe('problems in a page', () => {
  const cases = [
    { name: 'a console error', script: `console.error('it broke')`, line: /^console error: it broke/ },
    { name: 'an uncaught error', script: `setTimeout(() => nothing())`, line: /^page error: ReferenceError/ },
    {
      name: 'a rejection',
      script: `Promise.reject(new TypeError('no'))`,
      line: /^page error: TypeError: no/,
    },
    { name: 'a refused answer', script: `fetch('/refused')`, line: /^console error: .*429.*\/refused/ },
    { name: 'a failed request', script: `fetch('/lost').catch(() => {})`, line: /^request failed: .*\/lost/ },
    { name: 'a breach of policy', script: `eval('1')`, line: /^(console|page) error: .*Content Security/ },
  ];
  for (const { name, script, line } of cases) {
    test(`${name} fails a test that has not announced it`, async ({ browser, product }) => {
      const problems = createProblems();
      const context = await browser.newContext({ baseURL: product.url });
      problems.watch(context);
      const page = await context.newPage();
      await page.route('**/*', (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname === '/lost') return route.abort('connectionrefused');
        if (pathname === '/refused') return route.fulfill({ status: 429 });
        return route.fulfill({
          contentType: 'text/html',
          headers: { 'content-security-policy': "script-src 'unsafe-inline'" },
          body: `<!doctype html><title>Broken</title><script>${script}</script>`,
        });
      });
      await page.goto('/broken');
      await expect.poll(() => problems.unexplained()).toContainEqual(expect.stringMatching(line));
      for (const seen of problems.unexplained()) problems.announce(new RegExp(escapePattern(seen)));
      expect(problems.unexplained()).toEqual([]);
      await context.close();
    });
  }

  test('an announced problem that does not turn up fails the test', () => {
    const problems = createProblems();
    problems.announce(/429/);
    expect(problems.unexplained()).toEqual(['announced, but not seen: /429/']);
  });
});

test('accessibility is checked in both color schemes @phone', async ({ page }) => {
  const show = (style: string) =>
    page.setContent(
      `<!doctype html><html lang="en"><head><title>A page</title><style>${style}</style></head>` +
        '<body><main><h1>A page</h1><p>Some words.</p></main></body></html>',
    );
  await show('');
  await expectAccessible(page);
  await show('[data-mantine-color-scheme="dark"] p { color: #888; background: #999 }');
  await expect(expectAccessible(page)).rejects.toThrow(/, dark[^]*color-contrast/);
});
