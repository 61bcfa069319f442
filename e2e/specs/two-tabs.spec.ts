import type { BrowserContext, Page } from '@playwright/test';
import { makeSubjects } from '../fixtures/subjects.ts';
import {
  expectBillingToAgree,
  expectHeld,
  expectNothingHeld,
  expectSidebarToAgree,
  sidebarOf,
} from '../fixtures/usage-on-screen.ts';
import { expect, test } from '../fixtures/test.ts';

test('of two tabs that race for the last of a limit one is admitted, and both show the same', async ({
  context,
  person,
  api,
  admin,
  problems,
}) => {
  problems.announce(/console error: .* 429 .*\/ai\.summarize/);
  const { resumeId } = await makeSubjects(api);
  const { atMost } = await api.ai.quote.query({ operation: 'resume.summarize', resumeId });
  await admin.limits.setFor.mutate({
    email: person.email,
    limits: { tokensPerDay: BigInt(atMost.tokens) },
  });
  const tabs = await openTabs(context, `/resumes/${resumeId}`);
  await sendTogether(context, tabs.length);
  for (const tab of tabs) await tab.getByRole('button', { name: 'Write a summary' }).click();
  // It would fill the limit, so it is asked about.
  await Promise.all(tabs.map((tab) => tab.getByRole('button', { name: 'Go on' }).click()));

  const isRefused = (tab: Page) => tab.getByText('Nothing was spent, and nothing you typed is lost.');
  const isAdmitted = (tab: Page) => tab.getByRole('button', { name: 'Use this summary' });
  for (const tab of tabs) await expect(isRefused(tab).or(isAdmitted(tab)).first()).toBeVisible();
  const admitted = await Promise.all(tabs.map((tab) => isAdmitted(tab).isVisible()));
  expect(admitted.filter(Boolean)).toHaveLength(1);

  const { receipts } = await api.usage.list.query();
  expect(receipts).toMatchObject([{ status: 'settled', outcome: 'completed' }]);
  for (const tab of tabs) {
    await expectNothingHeld(tab);
    await expectSidebarToAgree(tab, api);
    await expect(tab.getByRole('button', { name: /^Write (a summary|another)$/ })).toBeDisabled();
  }
});

test('what runs in one tab is held in both, and moves the numbers of both when it ends', async ({
  context,
  person,
  simulator,
}) => {
  const { resumeId } = await makeSubjects(person.api);
  const [working, watching] = await openTabs(context, `/resumes/${resumeId}`, '/billing');
  await simulator.orderFaults({ kind: 'hangAfterFirstEvents' });
  await working.getByRole('button', { name: 'Write a summary' }).click();
  for (const tab of [working, watching]) {
    await expectHeld(tab);
    await expectHeldLighter(tab);
    await expectSidebarToAgree(tab, person.api);
  }
  await expectBillingToAgree(watching, person.api);
  const receipts = watching.getByRole('region', { name: 'Recent receipts' });
  await expect(receipts.getByRole('listitem')).toContainText('held until it ends');

  await simulator.release();
  await expect(working.getByRole('button', { name: 'Use this summary' })).toBeVisible();
  for (const tab of [working, watching]) {
    await expectNothingHeld(tab);
    await expectSidebarToAgree(tab, person.api);
  }
  await expectBillingToAgree(watching, person.api);
  await expect(receipts.getByRole('listitem')).toContainText('Completed');
  expect((await person.api.usage.summary.query()).day.tokens.used).toBeGreaterThan(0n);
});

test('who signs out in one tab is signed out in the other', async ({ context, person, problems }) => {
  problems.announce(/console error: .* 401 .*\/account\.me/);
  const { resumeId } = await makeSubjects(person.api);
  const [leaving, other] = await openTabs(context, '/settings', `/resumes/${resumeId}`);
  await leaving.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(leaving).toHaveURL(/\/sign-in$/);
  await expect(other).toHaveURL(new RegExp(`/sign-in\\?next=${encodeURIComponent(`/resumes/${resumeId}`)}$`));
  await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible();
});

/** Two tabs of one browser; at the same page unless the second is told another. */
async function openTabs(context: BrowserContext, path: string, other = path): Promise<[Page, Page]> {
  const first = await context.newPage();
  await first.goto(path);
  const second = await context.newPage();
  await second.goto(other);
  return [first, second];
}

/** Calls for a summary are sent once so many of them wait, so that no tab hears of another's before its own is sent. */
async function sendTogether(context: BrowserContext, count: number): Promise<void> {
  const all = Promise.withResolvers<void>();
  let waiting = 0;
  await context.route(/\/ai\.summarize/, async (route) => {
    waiting += 1;
    if (waiting === count) all.resolve();
    await all.promise;
    await route.continue();
  });
}

/** What is held takes its own part of the bar, paler than what is used. */
async function expectHeldLighter(page: Page): Promise<void> {
  const [used, held] = await sidebarOf(page)
    .getByRole('meter', { name: 'Tokens, Today' })
    .locator('> div')
    .all();
  if (!used || !held) throw new Error('the meter has not two parts');
  const colorOf = (part: typeof used) =>
    part.evaluate((element) => getComputedStyle(element).backgroundColor);
  await expect(held).toHaveCSS('width', /^[1-9]/);
  expect(await colorOf(held)).toMatch(/\/ 0?\.\d+\)$/);
  expect(await colorOf(used)).not.toContain('/');
}
