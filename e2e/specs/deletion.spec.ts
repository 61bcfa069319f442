import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';

test('an account is deleted for good with its password, and is told before what goes and what stays', async ({
  page,
  person,
  product,
}) => {
  await page.goto('/settings');
  const panel = page.getByRole('region', { name: 'Delete account' });
  await expect(panel).toContainText('your usage record with its receipts');
  await expect(panel).toContainText('Kept: how many tokens and dollars were used in all');
  await panel.getByRole('button', { name: 'Delete account' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete your account?' });
  await expect(dialog).toBeVisible();
  await expectAccessible(page);

  await dialog.getByLabel('Your password').fill('not the password');
  await dialog.getByRole('button', { name: 'Delete for good' }).click();
  await expect(dialog.getByRole('alert')).toContainText('password');
  await dialog.getByLabel('Your password').fill(person.password);
  await dialog.getByRole('button', { name: 'Delete for good' }).click();

  await expect(page).toHaveURL(`${product.url}/`);
  await page.goto('/settings');
  await expect(page).toHaveURL(/\/sign-in$/);
  await expect(person.api.account.me.query()).rejects.toThrow(/sign in/i);
});

test('a deletion that is thought better of deletes nothing', async ({ page, person }) => {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Delete account' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  expect((await person.api.account.me.query()).email).toBe(person.email);
});
