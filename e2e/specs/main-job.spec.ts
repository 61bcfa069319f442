import { randomUUID } from 'node:crypto';
import type { Page, Request } from '@playwright/test';
import { createClient } from '@resumint/client';
import { formatCount, formatMoney } from '@resumint/wording';
import { chooseResume } from '../fixtures/choose-resume.ts';
import { isWide, openNavigation } from '../fixtures/navigation.ts';
import { SAMPLE_PDF } from '../fixtures/subjects.ts';
import { titleOf } from '../fixtures/title-of.ts';
import { expectBillingToAgree, expectSidebarToAgree } from '../fixtures/usage-on-screen.ts';
import { expect, test } from '../fixtures/test.ts';

test('a person uploads a resume, looks it over, saves it, has a summary written, and sees each charge @phone', async ({
  page,
  context,
  product,
}) => {
  const aiCalls = watchAiCalls(page);
  await page.goto('/');
  await page.getByRole('link', { name: 'Create a free account' }).click();
  await page.getByLabel('Email').fill(`${randomUUID()}@example.com`);
  await page.getByLabel('Password', { exact: true }).fill(randomUUID());
  await page.getByRole('button', { name: 'Create account' }).click();
  await expect(page).toHaveURL(/\/resumes$/);
  const [session] = await context.cookies();
  const api = createClient({ url: `${product.url}/api/trpc`, token: session?.value ?? '' });

  await chooseResume(page, SAMPLE_PDF);
  await expect(page).toHaveURL(/\/imports\/doc_/);
  await showSide(page, 'Text of the file');
  await expect(page.getByRole('region', { name: 'Text of the file' }).last()).toContainText(
    'john.doe@email.com',
  );
  await showSide(page, 'Resume');
  await expect(page.getByLabel('Name', { exact: true }).first()).toHaveValue('John Doe');

  const withAi = page.getByRole('group', { name: 'With AI' });
  await expect(withAi).toContainText(/≈ \$0\.\d+, at most \$0\.\d+; tokens per day 0 → [\d.]+ %, at most/);
  await withAi.getByRole('button', { name: 'Read with AI' }).click();
  await expect(withAi).toContainText('In use');
  await expect(withAi).toContainText(/Charged \$0\.\d+ for [\d,]+ tokens/);
  await page.getByLabel('Headline').fill('Engineer of learning systems');
  await titleOf(page).fill('For the platform team');
  expect((await api.resumes.list.query()).resumes).toEqual([]);
  await page.getByRole('button', { name: 'Save resume' }).click();

  await expect(page).toHaveURL(/\/resumes\/res_/);
  await expect(page.getByRole('heading', { name: 'For the platform team' })).toBeVisible();
  const resume = page.getByRole('article');
  await expect(resume).toContainText('Engineer of learning systems');
  await expect(resume.getByRole('region', { name: 'Work' })).toContainText('Nexus AI');
  const [saved] = (await api.resumes.list.query()).resumes;
  const resumeId = saved?.resumeId ?? '';
  const summaryOf = async () => (await api.resumes.get.query({ resumeId })).content.basics?.summary;
  const before = await summaryOf();

  await expect(page.getByText(/≈ \$0\.\d+, at most/)).toBeVisible();
  await page.getByRole('button', { name: 'Write a summary' }).click();
  const draft = page.getByLabel('Draft summary');
  await expect(page.getByRole('button', { name: 'Use this summary' })).toBeVisible();
  const written = await draft.innerText();
  expect(written).toContain('Engineer of learning systems.');
  expect(await summaryOf()).toBe(before);
  await page.getByRole('button', { name: 'Use this summary' }).click();
  await expect(resume).toContainText(written);
  await expect.poll(summaryOf).toBe(written);

  const { receipts } = await api.usage.list.query();
  expect(receipts.map(({ operation }) => operation)).toEqual(['resume.summarize', 'resume.parse']);
  await page.goto('/billing');
  const items = page.getByRole('region', { name: 'Recent receipts' }).getByRole('listitem');
  await expect(items).toHaveCount(2);
  for (const [index, { charged }] of receipts.entries()) {
    await expect(items.nth(index)).toContainText(formatMoney(charged.costNanos));
    await expect(items.nth(index)).toContainText(`${formatCount(charged.tokens)} tokens`);
  }
  await expectBillingToAgree(page, api);
  await openNavigation(page);
  await expectSidebarToAgree(page, api);

  expect(aiCalls.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['ai.quote', 'ai.parseResume', 'ai.summarize']),
  );
  expect(new Set(aiCalls.map(({ origin }) => origin))).toEqual(new Set([new URL(product.edgeUrl).origin]));
});

/** Every AI call that the page makes, and which origin it asks. */
function watchAiCalls(page: Page): { name: string; origin: string }[] {
  const calls: { name: string; origin: string }[] = [];
  page.on('request', (request: Request) => {
    const { pathname, origin } = new URL(request.url());
    const name = /\/(ai\.\w+)$/.exec(pathname)?.[1];
    if (name !== undefined) calls.push({ name, origin });
  });
  return calls;
}

/** Where there is no room for both, the file's text and what was read from it are shown in turn. */
async function showSide(page: Page, name: 'Resume' | 'Text of the file'): Promise<void> {
  if (isWide(page)) return;
  await page.getByRole('group', { name: 'What is shown' }).getByRole('button', { name }).click();
}
