import { randomUUID } from 'node:crypto';
import { formatClock, formatTime } from '@resumint/wording';
import { createPerson, signInBrowser } from '../fixtures/person.ts';
import { makeSubjects } from '../fixtures/subjects.ts';
import { sidebarOf } from '../fixtures/usage-on-screen.ts';
import { expect, test } from '../fixtures/test.ts';

test('a new zone waits for the end of the running day, and the page says until when', async ({
  page,
  api,
}) => {
  await page.goto('/settings');
  const panel = page.getByRole('region', { name: 'Time zone' });
  const zone = panel.getByLabel('Zone', { exact: true });
  await expect(zone).toHaveValue('UTC');
  await zone.selectOption({ label: 'Auckland' });
  await expect(panel).toContainText('It takes effect when the running day ends');
  await panel.getByRole('button', { name: 'Save zone' }).click();

  const said = panel.getByRole('status');
  await expect(said).toContainText('Your days run in UTC until');
  const { day, zone: running, nextZone } = await api.usage.summary.query();
  expect({ running, nextZone }).toEqual({ running: 'UTC', nextZone: 'Pacific/Auckland' });
  const { resetsAt } = day;
  const until = `Your days run in UTC until ${formatTime(resetsAt, 'UTC')}, and in Pacific/Auckland from then on.`;
  await expect(said).toHaveText(until);
  await expect(sidebarOf(page).getByTitle(formatTime(resetsAt, 'UTC')).first()).toContainText('resets in');
  await page.reload();
  await expect(said).toHaveText(until);
});

test('times are those of the person’s zone, wherever the browser is', async ({ page, product }) => {
  const zone = 'Asia/Kathmandu';
  const person = await createPerson(product.url, { zone });
  await signInBrowser(page.context(), person, product.url);
  const { documentId } = await makeSubjects(person.api);
  const { receipt } = await person.api.ai.parseResume.mutate({ documentId, idempotencyKey: randomUUID() });
  const { day, month } = await person.api.usage.summary.query();

  await page.goto('/billing');
  for (const [name, { resetsAt }] of [
    ['Today', day],
    ['This month', month],
  ] as const) {
    const panel = page.getByRole('region', { name, exact: true });
    await expect(panel).toContainText(`Resets ${formatTime(resetsAt, zone)}`);
    await expect(sidebarOf(page).getByTitle(formatTime(resetsAt, zone)).first()).toContainText('resets in');
  }
  expect(formatClock(day.resetsAt, zone)).toContain('00:00');
  const item = page.getByRole('region', { name: 'Recent receipts' }).getByRole('listitem');
  await expect(item).toContainText(formatClock(receipt.startedAt, zone));
});
