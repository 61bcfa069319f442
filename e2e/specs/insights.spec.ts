import type { Outputs } from '@resumint/client';
import { describePastError, formatTimeOfDay, formatPrice } from '@resumint/wording';
import type { Page } from '@playwright/test';
import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { createSeededPerson, signInBrowser } from '../fixtures/person.ts';
import { makeSubjects } from '../fixtures/subjects.ts';
import { expect, test } from '../fixtures/test.ts';

const CHEAPER = 'Use gpt-4.1-nano for “Read a resume”';

type PastErrors = Extract<Outputs['usage']['forecast'], { kind: 'forecast' }>['pastError'];

/** What holds of tokens and of cost. */
const furthestOf = ({ tokens, cost }: PastErrors) =>
  (tokens?.withinPercent ?? 0) > (cost?.withinPercent ?? 0) ? tokens : cost;

const panelOf = (page: Page, name: string) => page.getByRole('region', { name, exact: true });

test('a person sees where their use comes to, when a limit would be reached, and how right that was @phone', async ({
  page,
  product,
  admin,
}) => {
  const person = await createSeededPerson(product, 'habitual');
  await signInBrowser(page.context(), person, product.url);
  await page.goto('/billing');
  await page.getByRole('link', { name: 'Forecast and savings' }).click();
  await expect(page.getByRole('heading', { name: 'Insights', level: 1 })).toBeVisible();

  const panel = panelOf(page, 'Forecast');
  const made = await person.api.usage.forecast.query();
  if (made.kind !== 'forecast') throw new Error('there was too little to go by');
  await expect(panel.getByRole('status')).toContainText('You would stay within');
  await expect(panel.getByText('Binds first')).toHaveCount(1);
  const month = panel.getByRole('region', { name: 'This month' });
  const tokens = month.getByRole('img').first();
  await expect(tokens).toHaveAccessibleName(/^about [\d,]+ tokens \([\d,]+ to [\d,]+\)/);
  await expect(month.getByRole('img')).toHaveCount(2);
  await panel.getByText(describePastError(furthestOf(made.pastError))).click();
  await expect(panel.getByRole('table', { name: 'Tokens' }).getByRole('row')).toHaveCount(4);
  await expectAccessible(page);

  const { soFar, expected } = made.month.tokens;
  const tokensPerMonth = (soFar + expected) / 2n;
  await admin.limits.setFor.mutate({
    email: person.email,
    limits: { tokensPerMonth, tokensPerDay: tokensPerMonth },
  });
  await page.reload();
  await expect(panel.getByRole('status')).toContainText('You would reach your limit of tokens per month');
  await expect(tokens).toHaveAccessibleName(/, at the limit \d{1,2} \w{3} \d{4}, \d\d:\d\d UTC$/);
  await expectAccessible(page);
});

test('a suggestion is applied in one press and undone in another, and the other tab hears of both', async ({
  context,
  product,
}) => {
  const person = await createSeededPerson(product, 'habitual');
  await signInBrowser(context, person, product.url);
  const { documentId } = await makeSubjects(person.api);
  const working = await context.newPage();
  await working.goto('/billing/insights');
  const watching = await context.newPage();
  await watching.goto(`/imports/${documentId}`);
  const model = watching.getByRole('combobox', { name: 'Model for “Read a resume”' });
  await expect(model).toHaveValue('standard');

  const suggestions = panelOf(working, 'Suggestions');
  const item = suggestions.getByRole('listitem').filter({ hasText: CHEAPER });
  await expect(item).toContainText(/Would have saved\$0\.\d+/);
  await expect(item).toContainText('100 % of “Read a resume”');
  await item.getByRole('button', { name: `Apply: ${CHEAPER}` }).press('Enter');
  const undo = item.getByRole('button', { name: `Undo: ${CHEAPER}` });
  await expect(undo).toBeFocused();
  await expect(item).toContainText('Before: Standard, gpt-4.1-mini.');
  const economy = panelOf(working, 'Models').getByRole('group', { name: 'Read a resume' }).getByRole('radio');
  await expect(economy.first()).toBeChecked();
  await expect(model).toHaveValue('economy');
  await expectAccessible(working);

  await undo.press('Enter');
  await expect(item.getByRole('button', { name: `Apply: ${CHEAPER}` })).toBeFocused();
  await expect(economy.nth(1)).toBeChecked();
  await expect(model).toHaveValue('standard');
  expect((await person.api.choices.list.query())[0]).toMatchObject({
    chosen: 'standard',
    isSuggested: false,
  });
});

test('the model that is chosen beside a button changes its price at once, and is kept @phone', async ({
  page,
  api,
}) => {
  const { documentId } = await makeSubjects(api);
  const priceWith = async (model: 'gpt-4.1-mini' | 'gpt-4.1') => {
    const { expected, atMost } = await api.ai.quote.query({ operation: 'resume.parse', documentId, model });
    return `≈ ${formatPrice(expected.costNanos)}, at most ${formatPrice(atMost.costNanos)}`;
  };
  await page.goto(`/imports/${documentId}`);
  const withAi = page.getByRole('group', { name: 'With AI' });
  await expect(withAi).toContainText(await priceWith('gpt-4.1-mini'));
  await withAi.getByLabel('Model for “Read a resume”').selectOption('best');
  await expect(withAi).toContainText(await priceWith('gpt-4.1'));
  await expectAccessible(page);

  await withAi.getByRole('link', { name: 'Compare prices' }).click();
  const reading = panelOf(page, 'Models').getByRole('group', { name: 'Read a resume' });
  await expect(reading.getByRole('radio', { name: /^Best/ })).toBeChecked();
  const [choice] = await api.choices.list.query();
  for (const { tier, expected, atMost } of choice?.tiers ?? []) {
    await expect(reading.locator(`label:has(input[value="${tier}"])`)).toContainText(
      `≈ ${formatPrice(expected.costNanos)}, at most ${formatPrice(atMost.costNanos)}`,
    );
  }
  await reading.getByRole('radio', { name: /^Economy/ }).click();
  await expect.poll(async () => (await api.choices.list.query())[0]?.chosen).toBe('economy');
  await page.reload();
  await expect(reading.getByRole('radio', { name: /^Economy/ })).toBeChecked();
});

test('a file that was read within a day is answered at no charge where that is chosen, or read again', async ({
  page,
  api,
}) => {
  const { documentId } = await makeSubjects(api);
  await page.goto('/billing/insights');
  const reuse = panelOf(page, 'Models').getByRole('switch', { name: /^Answer a repeated file/ });
  await expect(reuse).not.toBeChecked();
  await reuse.click();
  await expect.poll(async () => (await api.choices.list.query())[0]?.reusesAnswers).toBe(true);
  const { receipt } = await api.ai.parseResume.mutate({ documentId });
  const { used } = (await api.usage.summary.query()).day.tokens;

  await page.goto(`/imports/${documentId}`);
  const withAi = page.getByRole('group', { name: 'With AI' });
  const earlier = withAi.getByRole('link', { name: formatTimeOfDay(receipt.startedAt, 'UTC') });
  await expect(withAi.getByText('Free: same file as')).toBeVisible();
  await expect(earlier).toHaveAttribute('href', `/billing/receipts/${receipt.operationId}`);
  await withAi.getByRole('button', { name: 'Take the kept answer' }).click();
  await expect(withAi.getByText(/^Answered from your call of .*, no charge\.$/)).toBeVisible();
  await expectAccessible(page);
  expect((await api.usage.summary.query()).day.tokens.used).toBe(used);

  await withAi.getByRole('button', { name: 'Read again with AI' }).click();
  // It would cross the warning of the day, unlike the kept answer.
  await page.getByRole('dialog').getByRole('button', { name: 'Go on' }).click();
  await expect(withAi.getByText(/^Charged \$/)).toBeVisible();
  expect((await api.usage.summary.query()).day.tokens.used).toBeGreaterThan(used);
  expect((await api.usage.list.query()).receipts).toHaveLength(2);
});

test('who has made too few calls is told so, in place of a forecast and of suggestions @phone', async ({
  page,
  api,
}) => {
  const { documentId } = await makeSubjects(api);
  await api.ai.parseResume.mutate({ documentId });
  await page.goto('/billing/insights');
  await expect(panelOf(page, 'Forecast')).toContainText('a forecast needs 3 days with use before today');
  const suggestions = panelOf(page, 'Suggestions');
  await expect(suggestions).toContainText('at least 20 completed calls of a kind');
  await expect(suggestions.getByRole('listitem').first()).toContainText('1 of 20 calls');
});
