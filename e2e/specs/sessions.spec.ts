import type { Page } from '@playwright/test';
import { signInBrowser } from '../fixtures/person.ts';
import { signIn } from '../fixtures/sign-in.ts';
import { expect, test as base } from '../fixtures/test.ts';

/** Another browser that the person is signed in with, at a page of theirs. */
const test = base.extend<{ elsewhere: Page }>({
  elsewhere: async ({ browser, person, problems, product }, use) => {
    const context = await browser.newContext({ baseURL: product.url });
    problems.watch(context);
    await signInBrowser(context, person, product.url);
    const page = await context.newPage();
    await page.goto('/settings');
    await use(page);
    await context.close();
  },
});

const NEW_PASSWORD = 'a password that is new';

test('a new password signs out every other browser, and this one stays', async ({
  page,
  person,
  elsewhere: other,
}) => {
  await page.goto('/settings');
  const panel = page.getByRole('region', { name: 'Password' });
  const current = panel.getByLabel('Current password', { exact: true });
  const next = panel.getByLabel('New password', { exact: true });
  const submit = panel.getByRole('button', { name: 'Change password' });

  await current.fill('not the password');
  await next.fill(NEW_PASSWORD);
  await submit.click();
  await expect(panel.getByRole('alert')).toHaveText('The current password is not right.');
  await current.fill(person.password);
  await next.fill(NEW_PASSWORD);
  await submit.click();
  await expect(panel.getByRole('status')).toContainText('Every other session of yours has ended.');

  await other.reload();
  await expect(other).toHaveURL(/\/sign-in$/);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await signIn(other, { email: person.email, password: person.password });
  await expect(other.getByRole('main').getByRole('alert')).toHaveText('Email and password do not match.');
  await signIn(other, { email: person.email, password: NEW_PASSWORD });
  await expect(other).toHaveURL(/\/resumes$/);
});

test('to sign out everywhere ends the sessions of all browsers and programs', async ({
  page,
  person,
  elsewhere: other,
}) => {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await other.reload();
  await expect(other).toHaveURL(/\/sign-in$/);
  await expect(person.api.account.me.query()).rejects.toThrow(/sign in/i);
});
