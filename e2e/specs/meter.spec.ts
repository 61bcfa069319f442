import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { formatAmount, formatCount } from '@resumint/wording';
import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { isWide } from '../fixtures/navigation.ts';
import { makeSubjects } from '../fixtures/subjects.ts';
import { expect, test } from '../fixtures/test.ts';
import { expectNothingHeld, expectSidebarToAgree, sidebarOf } from '../fixtures/usage-on-screen.ts';

test('the unit of the bars is chosen once for all tabs, kept, and moved by a stream in another tab', async ({
  context,
  person,
  simulator,
}) => {
  const { api } = person;
  const { resumeId } = await makeSubjects(api);
  const [working, watching] = [await context.newPage(), await context.newPage()];
  await working.goto(`/resumes/${resumeId}`);
  await watching.goto('/settings');
  await sidebarOf(working).getByRole('button', { name: 'Money' }).click();
  await expect(sidebarOf(watching).getByRole('meter', { name: 'Cost, Today' })).toBeVisible();
  expect(await (await watching.request.get('/settings')).text()).toContain('aria-label="Cost, Today"');

  await simulator.orderFaults({ kind: 'hangAfterFirstEvents' });
  await working.getByRole('button', { name: 'Write a summary' }).click();
  await expect(sidebarOf(watching).getByText(/ \+ \$0\.\d+ held of \$5\.00$/)).toBeVisible();
  await expectSidebarToAgree(watching, api, 'cost');
  await simulator.release();
  await expect(working.getByRole('button', { name: 'Use this summary' })).toBeVisible();
  await expectNothingHeld(watching);
  await expectSidebarToAgree(watching, api, 'cost');
  expect((await api.usage.summary.query()).day.cost.used).toBeGreaterThan(0n);
});

test('exact numbers, both units of them, come with focus', async ({ page, api }) => {
  const { documentId } = await makeSubjects(api);
  await api.ai.parseResume.mutate({ documentId, idempotencyKey: randomUUID() });
  await page.goto('/resumes');
  const today = sidebarOf(page).getByRole('group', { name: 'Today' });
  await today.focus();
  const tip = page.getByRole('tooltip');
  const { day } = await api.usage.summary.query();
  await expect(tip).toContainText(formatCount(day.tokens.used));
  await expect(tip).toContainText(formatAmount(day.cost.used, 'nanos'));
  await expect(today).toContainText(/resets in \d+ (hr|min)|resets within a minute/);
  await expect(today).toContainText(/\d+ % of it has passed/);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(tip).toBeHidden();
});

test('a folded sidebar stays folded, and leaves the nearest limit in sight', async ({ page, api }) => {
  await api.usage.summary.query();
  await page.goto('/resumes');
  expect(isWide(page)).toBe(true);
  const nearest = page.getByRole('link', { name: /^Nearest limit: / });
  await expect(nearest).toBeHidden();
  await page.getByRole('button', { name: 'Fold the sidebar away' }).click();
  await expect(sidebarOf(page)).toBeHidden();
  await expect(nearest).toBeVisible();
  await page.reload();
  await expect(nearest).toBeVisible();
  await expect(sidebarOf(page)).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Show the sidebar' }).click();
  await expect(sidebarOf(page)).toBeVisible();
});

test('a call is asked about where it may cross a warning, and only there', async ({
  page,
  person,
  api,
  admin,
}) => {
  const { resumeId } = await makeSubjects(api);
  const limitToShare = async (percent: bigint) => {
    const { atMost } = await api.ai.quote.query({ operation: 'resume.summarize', resumeId });
    const { used } = (await api.usage.summary.query()).day.tokens;
    const tokensPerDay = ((used + BigInt(atMost.tokens)) * 100n) / percent + 1n;
    await admin.limits.setFor.mutate({ email: person.email, limits: { tokensPerDay } });
  };
  await limitToShare(79n);
  await page.goto(`/resumes/${resumeId}`);
  await page.getByRole('button', { name: 'Write a summary' }).click();
  await expect(page.getByRole('button', { name: 'Use this summary' })).toBeVisible();
  await page.getByRole('button', { name: 'Discard' }).click();

  await limitToShare(85n);
  await page.reload();
  await page.getByRole('button', { name: 'Write a summary' }).click();
  const dialog = page.getByRole('dialog', { name: 'Write a summary?' });
  await expect(dialog).toContainText('It may take you past 80 % of your limit of tokens per day.');
  await expect(dialog.getByRole('button', { name: 'Go on' })).toBeFocused();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Not now' }).click();
  await expect(dialog).toBeHidden();
  expect((await api.usage.list.query()).receipts).toHaveLength(1);

  await page.getByRole('button', { name: 'Write a summary' }).click();
  await dialog.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('button', { name: 'Use this summary' })).toBeVisible();
  expect((await api.usage.list.query()).receipts).toHaveLength(2);
});

test("a call above the person's own amount is asked about, until they want that no more", async ({
  page,
  api,
}) => {
  const { resumeId } = await makeSubjects(api);
  await page.goto('/settings');
  const panel = page.getByRole('region', { name: 'Before an AI call' });
  const amount = panel.getByRole('textbox', { name: 'Ask me above, in dollars' });
  await amount.fill('a lot');
  await panel.getByRole('button', { name: 'Save amount' }).click();
  await expect(panel.getByText('Write an amount of dollars, like 0.01.')).toBeVisible();
  await amount.fill('0.0001');
  await amount.press('Enter');
  await expect(panel).toContainText('may cost more than $0.0001.');
  await expectAccessible(page);

  await page.goto(`/resumes/${resumeId}`);
  await page.getByRole('button', { name: 'Write a summary' }).click();
  const dialog = page.getByRole('dialog', { name: 'Write a summary?' });
  await expect(dialog).toContainText('you asked to be asked above $0.0001.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await page.goto('/settings');
  await panel.getByRole('button', { name: 'Do not ask' }).click();
  await page.goto(`/resumes/${resumeId}`);
  await page.getByRole('button', { name: 'Write a summary' }).click();
  await expect(page.getByRole('button', { name: 'Use this summary' })).toBeVisible();
});

test('a refused call offers others at their price, which are made when they are pressed', async ({
  page,
  person,
  api,
  admin,
}) => {
  const { resumeId } = await makeSubjects(api);
  const quoteOf = { operation: 'resume.summarize', resumeId } as const;
  const { atMost } = await api.ai.quote.query(quoteOf);
  await admin.limits.setFor.mutate({ email: person.email, limits: { costPerDay: atMost.costNanos - 1n } });
  await page.goto(`/resumes/${resumeId}`);
  await expect(page.getByRole('button', { name: 'Write a summary' })).toBeDisabled();
  const ways = page.getByRole('group', { name: 'Ways through' });
  const cheaper = ways.getByRole('button', { name: 'Use the cheaper model gpt-4.1-nano' });
  const shorter = ways.getByRole('button', { name: 'Allow a shorter answer, of at most 299 tokens' });
  await expect(cheaper).toBeEnabled();
  await expect(shorter).toHaveAccessibleDescription(/at most \$0\.\d+/);
  await expectAccessible(page);
  await cheaper.click();
  await expect(page.getByRole('button', { name: 'Use this summary' })).toBeVisible();
  expect((await api.usage.list.query()).receipts).toMatchObject([
    { model: 'gpt-4.1-nano', status: 'settled' },
  ]);

  await page.getByRole('button', { name: 'Discard' }).click();
  const after = await api.ai.quote.query(quoteOf);
  const smaller = after.denial?.waysThrough.find((way) => way.kind === 'smallerOutput');
  if (!smaller) throw new Error('no smaller answer fits');
  await ways.getByRole('button', { name: `of at most ${smaller.maxOutputTokens} tokens` }).click();
  await page.getByRole('button', { name: 'Go on' }).click();
  await expect(page.getByRole('button', { name: 'Use this summary' })).toBeVisible();
  const [receipt] = (await api.usage.list.query()).receipts;
  expect(receipt?.held.tokens).toBe(atMost.tokens - 300 + smaller.maxOutputTokens);
  await expectSidebarToAgree(page, api);
});

test('billing proves the meter from the receipts, again when it is asked to, and says when it cannot @phone', async ({
  page,
  api,
  problems,
}) => {
  problems.announce(/^(request failed|console error): .*usage\.audit/);
  const { documentId } = await makeSubjects(api);
  await api.ai.parseResume.mutate({ documentId, idempotencyKey: randomUUID() });
  await page.goto('/billing');
  const card = page.getByRole('region', { name: 'Proof of your meter' });
  await expect(card).toContainText('Your meter equals the sum of your 1 receipt, and the chain is unbroken.');
  await expect(page.getByRole('region', { name: 'What still fits' })).toContainText(await whatFits(page));

  await api.ai.parseResume.mutate({ documentId, idempotencyKey: randomUUID() });
  await card.getByRole('button', { name: 'Check again' }).click();
  await expect(card).toContainText('the sum of your 2 receipts');
  await expect(card).toContainText(/Checked (just now|\d+ sec ago)/);
  await expectAccessible(page);

  await page.route(/usage\.audit/, (route) => route.abort('connectionfailed'));
  await card.getByRole('button', { name: 'Check again' }).click();
  await expect(card.getByText('It could not be checked just now')).toBeVisible();
  await expect(card).toContainText('the sum of your 2 receipts');
});

/** Said by the server in the first paint as well. */
async function whatFits(page: Page): Promise<string> {
  const html = await (await page.request.get('/billing')).text();
  const [said = ''] = /About [^.<]* still fits?\./.exec(html) ?? [];
  expect(said).not.toBe('');
  return said;
}
