import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from '@playwright/test';
import { startClerkProduct, type ClerkProduct } from '../fixtures/clerk-product.ts';
import { expect, test as base } from '../fixtures/test.ts';

// Clerk's own components and scripts in a browser, against a stand-in for Clerk's Frontend API.

const test = base.extend<object, { clerkProduct: ClerkProduct }>({
  clerkProduct: [
    // Playwright reads what a fixture depends on from this pattern.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const clerkProduct = await startClerkProduct();
      await use(clerkProduct);
      await clerkProduct.stop();
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: ({ clerkProduct }, use) => use(clerkProduct.product.url),
});

test('a person signs up with Clerk, and has pages of their own', async ({ page }) => {
  const person = newPerson();
  await page.goto('/sign-up');
  await fillIn(page, person);
  await expect(page).toHaveURL(/\/resumes$/);
  await expect(page.getByText(person.email)).toBeVisible();
  await page.goto('/billing');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  expect(await statusOfMe(page)).toBe(200);
});

test('a person signs in with Clerk, is asked again after a wrong password, and goes on where they wanted to', async ({
  page,
  problems,
  clerkProduct,
}) => {
  const person = newPerson();
  await clerkProduct.clerk.createUser(person);
  problems.announce(/422.*\/v1\/client\/sign_ins/);
  await page.goto('/sign-in?next=%2Fsettings');
  await fillIn(page, { ...person, password: 'not the password' });
  await expect(page.getByRole('heading', { name: 'Enter your password' })).toBeVisible();
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await expect(page).toHaveURL(/\/settings$/);
  await expect(page.getByRole('heading', { name: 'Account' })).toBeVisible();
  await expect(page.getByLabel('Current password')).toHaveCount(0);
});

test('there is no gallery where Clerk signs people in', async ({ request }) => {
  for (const path of ['/gallery', '/gallery/normal']) expect((await request.get(path)).status()).toBe(404);
});

test('a person signs out, and their pages lead to the sign-in', async ({ page, clerkProduct }) => {
  const { email } = await signIn(page, clerkProduct);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByLabel('Email address')).toBeVisible();
  expect(clerkProduct.clerk.sessionsOf(email)).toEqual([]);
  await page.goto('/billing');
  await expect(page).toHaveURL(/\/sign-in/);
});

test('a page that is opened after its token has expired is shown, not the sign-in', async ({
  page,
  context,
  clerkProduct,
}) => {
  await signIn(page, clerkProduct);
  await loseTokens(context);
  await page.goto('/settings');
  await expect(page).toHaveURL(/\/settings$/);
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('a revoked session is refused at once, though its token has not expired', async ({
  page,
  clerkProduct,
}) => {
  const { email } = await signIn(page, clerkProduct);
  expect(await statusOfMe(page)).toBe(200);
  const token = await tokenOf(page);
  for (const session of clerkProduct.clerk.sessionsOf(email)) await clerkProduct.clerk.revokeSession(session);
  expect(await statusOfMe(page, token)).toBe(401);
  await page.goto('/billing');
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByLabel('Email address')).toBeVisible();
});

test('a deleted person is refused at once, and cannot sign in again', async ({
  page,
  problems,
  clerkProduct,
}) => {
  const person = await signIn(page, clerkProduct);
  const token = await tokenOf(page);
  await clerkProduct.clerk.deleteUser(person.email);
  expect(await statusOfMe(page, token)).toBe(401);
  problems.announce(/422.*\/v1\/client\/sign_ins/);
  await page.goto('/sign-in');
  await fillIn(page, person);
  await expect(page.locator('#error-identifier')).toContainText("Couldn't find your account");
});

base('where people have local accounts, nothing of Clerk is loaded', async ({ page, person }) => {
  const scripts: string[] = [];
  page.on('response', async (response) => {
    if (response.request().resourceType() === 'script') scripts.push(await response.text());
  });
  expect(person.email).toContain('@');
  for (const path of ['/resumes', '/settings']) await page.goto(path, { waitUntil: 'networkidle' });
  expect(scripts.length).toBeGreaterThan(0);
  expect(scripts.filter((script) => script.includes('@clerk/'))).toEqual([]);
});

function newPerson() {
  return { email: `${randomUUID()}@example.com`, password: randomUUID() };
}

async function signIn(page: Page, { clerk }: ClerkProduct) {
  const person = newPerson();
  await clerk.createUser(person);
  await page.goto('/sign-in');
  await fillIn(page, person);
  await expect(page).toHaveURL(/\/resumes$/);
  await expect(page.getByText(person.email)).toBeVisible();
  return person;
}

/** Clerk's form, which has email and password on one page. */
async function fillIn(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await page.getByLabel('Email address').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
}

/** As another program would ask, with the token or with the cookies that the page has now. */
async function statusOfMe(page: Page, token?: string): Promise<number> {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  return (await page.request.get('/api/trpc/account.me', { headers })).status();
}

async function tokenOf(page: Page): Promise<string> {
  const cookies = await page.context().cookies();
  const token = cookies.find(({ name }) => name === '__session')?.value;
  if (token === undefined) throw new Error('the page has no session token');
  return token;
}

/** What remains says since when the browser is signed in, as it does when a token has expired. */
async function loseTokens(context: BrowserContext): Promise<void> {
  await context.clearCookies({ name: /^__session/ });
}
