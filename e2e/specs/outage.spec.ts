import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { createPerson, signInBrowser, type Person } from '../fixtures/person.ts';
import { makeSubjects } from '../fixtures/subjects.ts';
import { expectBillingToAgree, expectSidebarToAgree, sidebarOf } from '../fixtures/usage-on-screen.ts';
import { expect, test as base } from '../fixtures/test.ts';

const UNVERIFIABLE = 'Your limits cannot be verified right now';
/** What the pages ask for while the database is away. */
const REFUSED = /^console error: .* 503 .*\/api\/trpc\/(ai|usage|limits|notifications|account|choices)\./;

interface Visitor {
  person: Person;
  context: BrowserContext;
  resumeId: string;
}

/** Somebody of the product whose database goes away, who has used something already. */
const test = base.extend<{ visitor: Visitor }>({
  visitor: async ({ outage: { product }, browser, problems }, use) => {
    const person = await createPerson(product.url);
    const { resumeId, documentId } = await makeSubjects(person.api);
    await person.api.ai.parseResume.mutate({ documentId, idempotencyKey: randomUUID() });
    const context = await browser.newContext({ baseURL: product.url });
    problems.watch(context);
    await signInBrowser(context, person, product.url);
    await use({ person, context, resumeId });
    await context.close();
  },
});

test('without a database no AI call is made, known numbers stay, and all comes back by itself', async ({
  outage,
  visitor: { person, context, resumeId },
  problems,
}) => {
  problems.announce(REFUSED);
  const billing = await context.newPage();
  await billing.goto('/billing');
  const page = await context.newPage();
  await page.goto(`/resumes/${resumeId}`);
  const write = page.getByRole('button', { name: 'Write a summary' });
  await expect(write).toBeEnabled();
  const before = await sidebarOf(page)
    .getByText(/ of 10,000$/)
    .innerText();

  await outage.breakDatabase();
  await write.click();
  await expect(page.getByText(UNVERIFIABLE).first()).toBeVisible();
  await expect(page.getByText('no AI call is made, and nothing was spent')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Write another' })).toBeDisabled();
  await expectKnownNumbers(page, before);
  await expectKnownNumbers(billing, before);
  await expect(billing.getByText(/^Numbers as of \d+ \w+ \d+, \d\d:\d\d$/)).toBeVisible();

  await outage.restoreDatabase();
  await expect(page.getByRole('button', { name: 'Write another' })).toBeEnabled();
  for (const shown of [page, billing]) {
    await expect(shown.getByText(/^As of/)).toHaveCount(0);
    await expectSidebarToAgree(shown, person.api);
  }
  expect((await person.api.usage.list.query()).receipts).toHaveLength(1);

  await page.getByRole('button', { name: 'Write another' }).click();
  await expect(page.getByRole('button', { name: 'Use this summary' })).toBeVisible();
  expect((await person.api.usage.list.query()).receipts).toHaveLength(2);
  await expectSidebarToAgree(page, person.api);
  await expectBillingToAgree(billing, person.api);
});

test('a page that is opened without a database says so, and shows itself when it is back', async ({
  outage,
  visitor: { person, context },
  problems,
}) => {
  problems.announce(/^console error: .* 500 .*\/billing/);
  // An error while a page was rendered on the server.
  problems.announce(/^console error: Error: Minified React error #441;/);
  const page = await context.newPage();
  await outage.breakDatabase();
  const answer = await page.goto('/billing');
  expect(answer?.status()).toBe(500);
  const failure = page.getByRole('alert').filter({ hasText: 'This page cannot be shown right now' });
  await expect(failure).toContainText('Nothing was lost or spent. This page tries again by itself.');

  await outage.restoreDatabase();
  await expect(page.getByRole('heading', { name: 'Billing' })).toBeVisible();
  await expectBillingToAgree(page, person.api);
  await expectSidebarToAgree(page, person.api);
});

/** What was last read, with its time; not 0, as if nothing had been used. */
async function expectKnownNumbers(page: Page, tokensToday: string): Promise<void> {
  const sidebar = sidebarOf(page);
  await expect(sidebar.getByRole('status')).toHaveText(/^As of \d+ \w+ \d+, \d\d:\d\d\. /);
  await expect(sidebar.getByText(tokensToday, { exact: true })).toBeVisible();
  expect(tokensToday).not.toMatch(/^0 /);
}
