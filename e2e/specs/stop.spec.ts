import { formatCount, formatMoney } from '@resumint/wording';
import type { Page } from '@playwright/test';
import { makeSubjects } from '../fixtures/subjects.ts';
import {
  expectBillingToAgree,
  expectHeld,
  expectNothingHeld,
  expectSidebarToAgree,
} from '../fixtures/usage-on-screen.ts';
import { expect, test } from '../fixtures/test.ts';

/** What is said of it begins with a short sentence and ends with a long one, which takes its time. */
const LONG = {
  basics: { name: 'Ada Lovelace', label: 'Analyst' },
  work: [{ name: 'Analytical Engines', position: 'Analyst', startDate: '1842', endDate: '1843' }],
  skills: [
    {
      keywords: [
        'numerical analysis of differential equations',
        'translation of scientific papers from French and Italian',
        'punched cards for looms, engines and other machinery',
        'Bernoulli numbers and their generating functions',
      ],
    },
  ],
};

test('a stopped summary keeps what arrived, and is charged for it', async ({ page, api, simulator }) => {
  const { resumeId } = await api.resumes.save.mutate({ title: 'Ada', content: LONG });
  await simulator.orderFaults({ kind: 'slow', delayMs: 500 });
  await startSummary(page, resumeId);
  const draft = page.getByLabel('Draft summary');
  await expect(draft).toContainText('Analyst.');
  await page.getByRole('button', { name: 'Stop' }).click();

  await expect(page.getByText('Stopped.', { exact: true })).toBeVisible();
  await expect(draft).toContainText('Analyst.');
  await expect(draft).not.toContainText('Works with');
  await expect(page.getByRole('button', { name: 'Use this summary' })).toBeEnabled();
  await expect(page.getByText(/^Charged \$0\.0/)).toBeVisible();
  const [receipt] = (await api.usage.list.query()).receipts;
  expect(receipt).toMatchObject({ status: 'settled', outcome: 'stopped' });
});

test('the charge of a stop is an estimate at once, and true as soon as the provider reports', async ({
  page,
  api,
  simulator,
}) => {
  const { resumeId } = await makeSubjects(api);
  await simulator.orderFaults({ kind: 'hangAfterFirstEvents' });
  await startSummary(page, resumeId);
  await expectHeld(page);
  await page.getByRole('button', { name: 'Stop' }).click();
  const charge = page.getByText(/^Charged /);
  await expect(charge).toContainText(', an estimate until the provider reports.');
  await expectNothingHeld(page);

  await simulator.release();
  await expect(charge).not.toContainText('estimate');
  const [receipt] = (await api.usage.list.query()).receipts;
  expect(receipt).toMatchObject({ outcome: 'stopped', isEstimated: false, isCorrected: true });
  const { tokens = 0n, costNanos = 0n } = receipt?.charged ?? {};
  await expect(charge).toContainText(`${formatMoney(costNanos)} for ${formatCount(tokens)} tokens.`);
  await expectSidebarToAgree(page, api);

  await charge.getByRole('link', { name: 'Show Billing' }).click();
  const item = page.getByRole('region', { name: 'Recent receipts' }).getByRole('listitem');
  await expect(item).toHaveCount(1);
  await expect(item).toContainText('Stopped');
  await expect(item).toContainText('corrected since');
  await expect(item).toContainText(formatMoney(costNanos));
  await expectBillingToAgree(page, api);
});

async function startSummary(page: Page, resumeId: string): Promise<void> {
  await page.goto(`/resumes/${resumeId}`);
  await page.getByRole('button', { name: 'Write a summary' }).click();
}
