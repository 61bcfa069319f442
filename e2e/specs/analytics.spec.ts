import { randomUUID } from 'node:crypto';
import type { Locator } from '@playwright/test';
import { formatCount, formatMoney } from '@resumint/wording';
import { signInBrowser } from '../fixtures/person.ts';
import { readCsv } from '../fixtures/read-csv.ts';
import { makeSubjects } from '../fixtures/subjects.ts';
import { expect, test } from '../fixtures/test.ts';

const SUMMARIES = 3;

test('charts show what the summary has, by any group and period, as a table and as a file @phone', async ({
  page,
  person,
  api,
  admin,
}) => {
  const { resumeId, documentId } = await makeSubjects(api);
  await api.ai.parseResume.mutate({ documentId, idempotencyKey: randomUUID() });
  for (let call = 0; call < SUMMARIES; call += 1) {
    for await (const event of await api.ai.summarize.mutate({ resumeId })) void event;
  }
  const refund = { email: person.email, scope: 'month', reason: 'refund', note: 'Given back.' } as const;
  await admin.usage.adjustFor.mutate({ ...refund, costNanos: -7n });
  const { month } = await api.usage.summary.query();

  await page.goto('/billing');
  await page.getByRole('link', { name: 'Analytics' }).click();
  await expect(page.getByRole('heading', { name: 'Analytics', level: 1 })).toBeVisible();
  const units = page.getByRole('navigation', { name: 'What the charts count' });
  await expect(units.getByRole('link', { name: 'Cost' })).toContainText(formatMoney(month.cost.used));
  await expect(units.getByRole('link', { name: 'Tokens' })).toContainText(formatCount(month.tokens.used));
  await expect(units.getByRole('link', { name: 'Calls' })).toContainText(String(SUMMARIES + 1));

  const byDay = page.getByRole('region', { name: 'Cost by day', exact: true });
  await expect(byDay).toContainText(`${formatMoney(month.cost.used)} from`);
  await expect(byDay).toContainText('calendar of UTC');
  const table = await openTable(byDay);
  await expect(table.getByRole('columnheader')).toHaveText([
    'Day',
    'Adjusted by an admin',
    'Read a resume',
    'Write a summary',
    'Total',
  ]);
  await expect(lastCellOf(table)).toHaveText(formatMoney(month.cost.used));
  await expect(table.getByRole('row', { name: 'Of no single day' })).toContainText('-$0.000000007');

  const download = page.waitForEvent('download');
  await byDay.getByRole('link', { name: 'Cost by day as CSV' }).click();
  const lines = await readCsv(await (await download).path());
  expect(lines.reduce((sum, line) => sum + BigInt(line['cost_nanos'] ?? 'absent'), 0n)).toBe(month.cost.used);
  expect(lines.reduce((sum, line) => sum + BigInt(line['tokens'] ?? 'absent'), 0n)).toBe(month.tokens.used);

  await byDay.getByRole('link', { name: 'Outcome' }).click();
  await expect(page).toHaveURL(/grouping=outcome/);
  await expect(byDay.getByRole('rowheader', { name: 'Completed' })).toBeVisible();
  await units.getByRole('link', { name: 'Calls' }).click();
  const calls = page.getByRole('region', { name: 'Calls by day', exact: true });
  await expect(calls).toContainText(`${SUMMARIES + 1} calls from`);
  await page.getByRole('navigation', { name: 'Period' }).getByRole('link', { name: '12 months' }).click();
  await calls.getByRole('link', { name: 'Month', exact: true }).click();
  await expect(page).toHaveURL(
    '/billing/analytics?period=last12Months&step=month&grouping=outcome&unit=calls',
  );
  await page.reload();
  const byMonth = await openTable(page.getByRole('region', { name: 'Calls by month', exact: true }));
  await expect(byMonth.getByRole('row')).toHaveCount(12 + 2);
  await expect(lastCellOf(byMonth)).toHaveText(String(SUMMARIES + 1));

  const limited = page.getByRole('region', { name: 'This month against its limit' });
  await expect(limited).toContainText('There is too little to go by');
  await expect(limited.getByRole('link', { name: 'How this is forecast' })).toHaveAttribute(
    'href',
    '/billing/insights',
  );
});

test('a chart answers to arrow keys, and its box keeps its size while it becomes one', async ({
  page,
  api,
}) => {
  const { documentId } = await makeSubjects(api);
  const { receipt } = await api.ai.parseResume.mutate({ documentId });
  await page.goto('/billing/analytics');
  const panel = page.getByRole('region', { name: 'Cost by day', exact: true });
  const chart = panel.getByRole('application', { name: 'Cost by day' });
  await expect(chart).toBeVisible();
  const box = await panel.locator('[data-live]').boundingBox();
  expect(box?.height).toBe(264);
  const days = (await api.usage.analytics.query()).buckets.length;
  await chart.focus();
  for (let day = 1; day < days; day += 1) await page.keyboard.press('ArrowRight');
  await expect(panel.locator('dl')).toContainText(formatMoney(receipt.charged.costNanos));
});

test('without a script the numbers and a picture of each chart are there', async ({
  browser,
  product,
  person,
  api,
}) => {
  const { documentId } = await makeSubjects(api);
  const { receipt } = await api.ai.parseResume.mutate({ documentId });
  const context = await browser.newContext({ baseURL: product.url, javaScriptEnabled: false });
  await signInBrowser(context, person, product.url);
  const page = await context.newPage();
  await page.goto('/billing/analytics?grouping=model');
  const panel = page.getByRole('region', { name: 'Cost by day', exact: true });
  await expect(panel.locator('[data-live="false"] rect')).toHaveCount(1);
  await expect(lastCellOf(await openTable(panel))).toHaveText(formatMoney(receipt.charged.costNanos));
  await page.getByRole('link', { name: 'Last month' }).click();
  await expect(panel).toContainText('No call counts in this period.');
  await context.close();
});

test('who has used nothing is told so on every chart @phone', async ({ page, person }) => {
  expect(person.token).not.toBe('');
  await page.goto('/billing/analytics?period=last90Days');
  for (const words of [
    'No call counts in this period.',
    'No call counts in either.',
    'No call was refused in this period.',
    'There is too little to go by',
  ]) {
    await expect(page.getByText(words)).toBeVisible();
  }
  await expect(page.getByRole('region', { name: 'When in the day' })).toContainText('No charged call ended');
});

test('refused calls are counted by the limit that refused them', async ({ page, api }) => {
  const { documentId } = await makeSubjects(api);
  await api.limits.lower.mutate({ tokensPerDay: 0n });
  for (let call = 0; call < 3; call += 1) {
    await expect(api.ai.parseResume.mutate({ documentId })).rejects.toThrow();
  }
  await expect.poll(async () => (await api.usage.denied.query()).total).toBe(3);
  await page.goto('/billing/analytics');
  const refused = page.getByRole('region', { name: 'Refused calls', exact: true });
  await expect(refused).toContainText('3 calls were refused');
  const table = await openTable(refused);
  await expect(table.getByRole('columnheader')).toHaveText(['Day', 'Tokens per day']);
  await expect(lastCellOf(table)).toHaveText('3');
});

async function openTable(panel: Locator): Promise<Locator> {
  await panel.getByText('Show as a table').click();
  const table = panel.getByRole('region', { name: /as a table$/ }).getByRole('table');
  await expect(table).toBeVisible();
  return table;
}

function lastCellOf(table: Locator): Locator {
  return table.getByRole('cell').last();
}
