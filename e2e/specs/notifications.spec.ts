import { randomUUID } from 'node:crypto';
import type { Client } from '@resumint/client';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { mailsTo } from '../fixtures/mails-to.ts';
import type { Person } from '../fixtures/person.ts';
import { makeSubjects } from '../fixtures/subjects.ts';
import { expectBillingToAgree } from '../fixtures/usage-on-screen.ts';
import { expect, test } from '../fixtures/test.ts';

const CROSSED = 'You have reached 80 % of your limit of tokens per day';
const NOTE = 'Counted by hand for a call that was lost.';

const bellOf = (page: Page) => page.getByRole('banner').getByRole('button', { name: /^Notifications/ });

test('a call that crosses 80 % leads to one notice and one mail, and the bell of every tab shows it', async ({
  context,
  person,
  admin,
  product,
}) => {
  const { documentId } = await makeSubjects(person.api);
  await putBelowShare(person, { admin, documentId, percent: 80n });
  const working = await context.newPage();
  await working.goto(`/imports/${documentId}`);
  const watching = await context.newPage();
  await watching.goto('/billing');
  for (const tab of [working, watching]) await expect(bellOf(tab)).toHaveAccessibleName('Notifications');
  const adjustments = watching.getByRole('region', { name: 'Adjustments' });
  await expect(adjustments.getByRole('listitem')).toContainText(NOTE);
  const history = watching.getByRole('region', { name: 'Alert history' });
  await expect(history).toContainText('Nothing yet.');

  await working.getByRole('button', { name: 'Read with AI' }).click();
  await working.getByRole('button', { name: 'Go on' }).click();
  for (const tab of [working, watching]) {
    await expect(bellOf(tab)).toHaveAccessibleName('Notifications, 1 unread');
    await expect(tab.getByRole('status', { name: 'New notifications' })).toContainText(CROSSED);
  }
  await expect(history.getByRole('listitem')).toContainText(CROSSED);
  await expect.poll(async () => (await mailsTo(person.email, product)).length).toBe(1);

  // Another call crosses nothing: what follows it tells nothing again.
  await person.api.ai.parseResume.mutate({ documentId, idempotencyKey: randomUUID() });
  await bellOf(working).click();
  const centre = working.getByRole('dialog', { name: 'Notifications' });
  await expect(centre.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(working);
  await centre.getByRole('button', { name: 'Mark all as read' }).press('Enter');
  for (const tab of [working, watching]) await expect(bellOf(tab)).toHaveAccessibleName('Notifications');
  await working.keyboard.press('Escape');
  await expect(centre).toBeHidden();
  await expect(bellOf(working)).toBeFocused();

  const [mail = '', ...others] = await mailsTo(person.email, product);
  expect(others).toEqual([]);
  expect(mail).toContain(`Subject: ${CROSSED}`);
  expect(mail).toContain('Content-Type: text/plain');
  expect(mail).toContain('Content-Type: text/html');
  expect((await person.api.notifications.list.query()).notifications).toHaveLength(1);
});

test('all notifications have a page of their own, which the bell of a phone leads to @phone', async ({
  page,
  person,
  admin,
}) => {
  await useTokens(person, { admin, tokens: 5_000 });
  await useTokens(person, { admin, tokens: 5_000 });
  await page.goto('/resumes');
  const bell = page.getByRole('banner').getByLabel(/^Notifications, 2 unread$/);
  await bell.and(page.locator(':visible')).click();
  if ((await page.getByRole('dialog', { name: 'Notifications' }).count()) > 0) {
    await page.getByRole('link', { name: 'Show all notifications' }).click();
  }
  await expect(page).toHaveURL(/\/notifications$/);
  const list = page.getByRole('region', { name: '2 unread' }).getByRole('listitem');
  await expect(list.nth(0)).toContainText('You have used up your limit of tokens per day');
  await expect(list.nth(1)).toContainText('You have reached 50 % of your limit of tokens per day');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByRole('region', { name: 'All read' })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('region', { name: 'All read' }).getByRole('listitem')).toHaveCount(2);
});

test('a person chooses at which shares and how they are told', async ({ page, api }) => {
  await page.goto('/settings#notifications');
  const panel = page.getByRole('region', { name: 'Notifications', exact: true });
  await panel.getByRole('checkbox', { name: '50 %' }).uncheck();
  await panel.getByLabel('Another share').fill('70');
  await panel.getByRole('button', { name: 'Add it' }).click();
  await expect(panel.getByRole('checkbox', { name: '70 %' })).toBeChecked();
  await panel.getByRole('button', { name: 'Save shares' }).click();
  await expect.poll(async () => (await api.limits.get.query()).alertAtPercent).toEqual([70, 80, 95, 100]);
  await panel.getByRole('switch', { name: 'By mail as well' }).click();
  await expect.poll(async () => (await api.notifications.settings.query()).byMail).toBe(false);
  await page.reload();
  await expect(panel.getByRole('checkbox', { name: '70 %' })).toBeChecked();
  await expect(panel.getByRole('checkbox', { name: '50 %' })).not.toBeChecked();
  await expect(panel.getByRole('switch', { name: 'By mail as well' })).not.toBeChecked();
  await expectAccessible(page);
});

test('a lower limit of one’s own is previewed, counts once saved, and is given up again', async ({
  page,
  person,
  api,
  admin,
}) => {
  await useTokens(person, { admin, tokens: 3_000 });
  await page.goto('/billing');
  await page.getByRole('link', { name: 'Change my limits' }).click();
  const day = page.getByRole('region', { name: 'Each day' });
  const tokens = day.getByRole('textbox', { name: 'Tokens a day' });
  const save = page.getByRole('button', { name: 'Save limits' });
  await expect(tokens).toHaveValue('10000');
  await expect(save).toBeDisabled();

  await tokens.fill('-5');
  await expect(day).toContainText('A limit cannot be below zero.');
  await tokens.fill('10001');
  await expect(day).toContainText('You can only lower it: 10,000 tokens are granted to you.');
  await expect(save).toBeDisabled();
  const month = page.getByRole('region', { name: 'Each month' });
  await tokens.fill('8000');
  await month.getByRole('textbox', { name: 'Tokens a month' }).fill('7999');
  await expect(day).toContainText('A day cannot have more than its month, which would have 7,999 tokens.');
  await page.getByRole('button', { name: 'Discard changes' }).click();

  await tokens.fill('2,000');
  const preview = day.getByRole('meter', { name: 'Tokens, this day, under the new limit' });
  await expect(preview).toHaveAttribute('aria-valuetext', '150 percent used');
  await expect(day).toContainText('You have already used 3,000: nothing more is admitted until it resets');
  await expect(day).toContainText('In the last 30 days you would have come past it on 1 of 1 day with use');
  await expectAccessible(page);
  expect((await api.limits.get.query()).limits.tokensPerDay.value).toBe(10_000n);
  await tokens.press('Enter');
  await expect(page.getByText('Saved. Your limits count from the next call on.')).toBeVisible();
  await expect(day).toContainText('lowered by you');
  expect((await api.limits.get.query()).limits.tokensPerDay).toMatchObject({ value: 2_000n, reason: 'user' });

  await day.getByRole('button', { name: 'Restore to 10,000' }).click();
  await expect(day).toContainText('7,000 tokens would be left until it resets');
  await save.click();
  await expect(page.getByText('Saved. Your limits count from the next call on.')).toBeVisible();
  expect((await api.limits.get.query()).limits.tokensPerDay).toMatchObject({
    value: 10_000n,
    reason: 'plan',
  });
  await page.getByRole('link', { name: 'Back to Billing' }).click();
  await expectBillingToAgree(page, api);
});

/** Has an admin count tokens as used, which no call has to spend. */
async function useTokens(
  { email }: Pick<Person, 'email'>,
  { admin, tokens }: { admin: Client; tokens: number },
): Promise<void> {
  await admin.usage.adjustFor.mutate({ email, tokens, scope: 'day', reason: 'repair', note: NOTE });
}

/** Puts a person so close below a share of their tokens a day that one more call of the same kind crosses it. */
async function putBelowShare(
  person: Person,
  { admin, documentId, percent }: { admin: Client; documentId: string; percent: bigint },
): Promise<void> {
  const { email, api } = person;
  await api.limits.alertAt.mutate({ percents: [Number(percent)] });
  await api.ai.parseResume.mutate({ documentId, idempotencyKey: randomUUID() });
  const { used } = (await api.usage.summary.query()).day.tokens;
  const { atMost } = await api.ai.quote.query({ operation: 'resume.parse', documentId });
  // Room for the most that two calls can take above the share.
  const tokensPerDay = BigInt(atMost.tokens) * 20n;
  await admin.limits.setFor.mutate({ email, limits: { tokensPerDay, tokensPerMonth: null } });
  const below = (tokensPerDay * percent) / 100n - used / 2n;
  await useTokens(person, { admin, tokens: Number(below - used) });
}
