import { randomUUID } from 'node:crypto';
import { formatClock, formatMoney } from '@resumint/wording';
import type { Page } from '@playwright/test';
import { loseSession } from '../fixtures/lose-session.ts';
import { createPerson, signInBrowser } from '../fixtures/person.ts';
import { readCsv } from '../fixtures/read-csv.ts';
import { makeSubjects } from '../fixtures/subjects.ts';
import { expect, test } from '../fixtures/test.ts';

/** With the first call and the adjustment more than a page. */
const SUMMARIES = 24;
const AT_ONCE = 4;

test('a person filters their calls, pages through them, opens a receipt, and exports what adds up to their total @phone', async ({
  page,
  person,
  api,
  admin,
  problems,
}) => {
  problems.announce(/^console error: .* 404 .*\/billing\/receipts\/op_/);
  const { resumeId, documentId } = await makeSubjects(api);
  await admin.limits.setFor.mutate({ email: person.email, limits: { tokensPerDay: 100_000n } });
  await api.ai.parseResume.mutate({ documentId, idempotencyKey: randomUUID() });
  const summarize = async () => {
    for await (const event of await api.ai.summarize.mutate({ resumeId })) void event;
  };
  for (let calls = 0; calls < SUMMARIES; calls += AT_ONCE) {
    await Promise.all(Array.from({ length: AT_ONCE }, summarize));
  }
  const refund = { email: person.email, scope: 'day', reason: 'refund', note: '=1+1' } as const;
  await admin.usage.adjustFor.mutate({ ...refund, costNanos: -7n });

  await page.goto('/billing');
  await page.getByRole('link', { name: 'All activity' }).click();
  await expect(page.getByRole('heading', { name: 'Activity', level: 1 })).toBeVisible();
  const rows = rowsOf(page);
  await expect(rows).toHaveCount(25);
  await expect(rows.first()).toContainText('Refund by an admin');
  await expect(rows.nth(1)).toContainText('Write a summary');
  await expect(rows.nth(1)).toContainText('John Doe, engineer');

  await page.getByRole('link', { name: 'Older' }).click();
  await expect(page).toHaveURL(/cursor=\d+/);
  await expect(rows).toHaveCount(1);
  await expect(rows.last()).toContainText('Read a resume');
  await page.getByRole('link', { name: 'Newest' }).click();
  await expect(rows).toHaveCount(25);

  await page.getByLabel('Operation').selectOption({ label: 'Read a resume' });
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await expect(page).toHaveURL(/operation=resume\.parse/);
  await expect(rows).toHaveCount(1);
  await page.reload();
  await expect(page.getByLabel('Operation')).toHaveValue('resume.parse');
  await expect(rows).toHaveCount(1);

  const [receipt] = (await api.usage.activity.query({ query: { operation: 'resume.parse' } })).entries;
  if (receipt?.kind !== 'call') throw new Error('the call is listed');
  const begun = formatClock(receipt.startedAt, 'UTC');
  await page.getByRole('link', { name: `Receipt of ${begun}` }).click();
  await expect(page).toHaveURL(new RegExp(`/billing/receipts/${receipt.operationId}$`));
  await expect(page.getByRole('region', { name: 'Charged' })).toContainText(
    formatMoney(receipt.charged.costNanos),
  );
  await expect(page.getByRole('region', { name: 'What happened' }).getByRole('listitem')).toHaveCount(2);

  const address = page.url();
  await page.getByRole('link', { name: 'All activity' }).click();
  await expect(rows).toHaveCount(25);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export CSV' }).click();
  const lines = await readCsv(await (await download).path());
  const { lifetime } = await api.usage.summary.query();
  expect(lines).toHaveLength(SUMMARIES + 2);
  expect(sum(lines, 'cost_nanos')).toBe(lifetime.costNanos);
  expect(sum(lines, 'tokens')).toBe(BigInt(lifetime.tokens));
  expect(lines.map(({ note }) => note)).toContain("'=1+1");
  await page.goto('/billing');
  await expect(page.getByRole('region', { name: 'Plan and totals' })).toContainText(
    formatMoney(lifetime.costNanos, 'up'),
  );

  const stranger = await createPerson(new URL(address).origin);
  await loseSession(page);
  await signInBrowser(page.context(), stranger, new URL(address).origin);
  await page.goto(address);
  await expect(page.getByRole('heading', { name: 'Nothing here' })).toBeVisible();
});

test('what a limit refused is counted, with why', async ({ page, api }) => {
  const { documentId } = await makeSubjects(api);
  await api.limits.lower.mutate({ tokensPerDay: 0n });
  for (let call = 0; call < 3; call += 1) {
    await expect(api.ai.parseResume.mutate({ documentId })).rejects.toThrow();
  }
  await expect
    .poll(async () => (await api.usage.denials.query()).denials.map(({ count }) => count))
    .toEqual([3]);
  await page.goto('/billing/activity');
  const refused = page.getByRole('region', { name: 'Refused calls' });
  await expect(refused.getByRole('listitem')).toContainText([/Read a resume.*tokens per day.*3 times on/]);
  await expect(page.getByRole('heading', { name: 'No AI call yet' })).toBeVisible();
});

const sum = (lines: Record<string, string>[], column: string) =>
  lines.reduce((total, line) => total + BigInt(line[column] ?? 'absent'), 0n);

function rowsOf(page: Page) {
  return page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('cell') });
}
