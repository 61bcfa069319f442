import { randomUUID } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { formatAmount, formatCount, formatTime } from '@resumint/wording';
import { titleOf } from '../fixtures/title-of.ts';
import { putAtLimit, putNearLimit } from '../fixtures/put-at-limit.ts';
import { makeSubjects } from '../fixtures/subjects.ts';
import { expectBillingToAgree, expectSidebarToAgree } from '../fixtures/usage-on-screen.ts';
import { expect, test } from '../fixtures/test.ts';

const KEPT = 'Nothing was spent, and nothing you typed is lost.';

test('at a limit the AI button is off and says why to the number, and the free way reads and saves', async ({
  page,
  person,
  api,
  admin,
}) => {
  const { documentId } = await makeSubjects(api);
  // Two calls, so that the limit is one that a call fits in, once it is not used up.
  await api.ai.parseResume.mutate({ documentId, idempotencyKey: randomUUID() });
  const limit = await putAtLimit(person, { admin, documentId });
  const { denial } = await api.ai.quote.query({ operation: 'resume.parse', documentId });
  if (!denial?.resetsAt) throw new Error('the limit does not bind until a time');

  await page.goto(`/imports/${documentId}`);
  const withAi = page.getByRole('group', { name: 'With AI' });
  await expect(withAi.getByRole('button', { name: 'Read with AI' })).toBeDisabled();
  const notice = withAi.getByRole('status').filter({ hasText: 'Your limit of tokens per day is used up' });
  await expectAmounts(notice, {
    Limit: formatCount(limit),
    Used: formatCount(limit),
    Left: '0',
    'This call, at most': formatAmount(denial.requested, denial.unit, 'up'),
  });
  await expect(notice).toContainText(`resets ${formatTime(denial.resetsAt, 'UTC')}`);
  await expect(notice).toContainText('It costs nothing.');

  await titleOf(page).fill('Read by rules');
  await page.getByRole('button', { name: 'Save resume' }).click();
  await expect(page).toHaveURL(/\/resumes\/res_/);
  await expect(page.getByRole('heading', { name: 'Read by rules' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Write a summary' })).toBeDisabled();
  await expect(page.getByText(KEPT)).toBeVisible();
  await expectSidebarToAgree(page, api);
  expect((await api.usage.list.query()).receipts).toHaveLength(2);

  await page.goto('/billing');
  await expect(page.getByRole('alert', { name: 'Your limit of tokens per day is used up' })).toBeVisible();
  await expectBillingToAgree(page, api);
});

test('near a limit every page warns before it is reached', async ({ page, person, api, admin }) => {
  const { documentId } = await makeSubjects(api);
  const limit = await putNearLimit(person, { admin, documentId });
  const { warnings } = await api.usage.summary.query();
  expect(warnings.map((warning) => warning.limit)).toEqual(['tokensPerDay']);
  const percent = `${warnings[0]?.percentUsed} %`;

  await page.goto('/billing');
  const warning = page.getByRole('status').filter({ hasText: `${percent} of your tokens per day is used` });
  await expect(warning).toContainText('You are told from 80 % on.');
  await expect(page.getByText('Near the limit', { exact: true })).toBeVisible();
  const sidebar = page.getByRole('region', { name: 'Usage' });
  await expect(sidebar.getByText(`Nearest limit: tokens per day, ${percent}`)).toBeVisible();
  await expectBillingToAgree(page, api);

  await page.goto(`/imports/${documentId}`);
  const notice = page.getByRole('status').filter({ hasText: 'More than is left of your tokens per day' });
  await expectAmounts(notice, { Limit: formatCount(limit) });
});

test('a limit that is lowered between price and press refuses the call, and what was typed stays', async ({
  page,
  person,
  api,
  admin,
  problems,
}) => {
  problems.announce(/^console error: .* 429 .*\/ai\.parseResume/);
  const { documentId } = await makeSubjects(api);
  await api.ai.parseResume.mutate({ documentId, idempotencyKey: randomUUID() });
  const before = await api.usage.summary.query();
  const { atMost, denial } = await api.ai.quote.query({ operation: 'resume.parse', documentId });
  expect(denial).toBeNull();
  await page.goto(`/imports/${documentId}`);
  const withAi = page.getByRole('group', { name: 'With AI' });
  await expect(withAi.getByRole('button', { name: 'Read with AI' })).toBeEnabled();
  const name = page.getByLabel('Name', { exact: true }).first();
  await titleOf(page).fill('Typed before the press');
  await name.fill('Ada Lovelace');
  const tokensPerDay = BigInt(atMost.tokens);
  await admin.limits.setFor.mutate({ email: person.email, limits: { tokensPerDay } });

  await withAi.getByRole('button', { name: 'Read with AI' }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  const notice = withAi.getByRole('status').filter({ hasText: 'More than is left of your tokens per day' });
  const { used } = before.day.tokens;
  await expectAmounts(notice.first(), {
    Limit: formatCount(tokensPerDay),
    Used: formatCount(used),
    Left: formatCount(tokensPerDay - used),
    'This call, at most': formatCount(tokensPerDay),
  });
  await expect(notice.first()).toContainText(KEPT);
  await expect(titleOf(page)).toHaveValue('Typed before the press');
  await expect(name).toHaveValue('Ada Lovelace');
  await expectSidebarToAgree(page, api);
  expect((await api.usage.list.query()).receipts).toHaveLength(1);
  expect((await api.usage.summary.query()).day.tokens).toMatchObject({ used, held: 0n });

  await page.getByRole('button', { name: 'Save resume' }).click();
  await expect(page.getByRole('heading', { name: 'Typed before the press' })).toBeVisible();
});

async function expectAmounts(notice: Locator, amounts: Record<string, string>): Promise<void> {
  for (const [name, value] of Object.entries(amounts)) {
    await expect(notice.getByText(name, { exact: true }).locator('xpath=following-sibling::*[1]')).toHaveText(
      value,
    );
  }
}
