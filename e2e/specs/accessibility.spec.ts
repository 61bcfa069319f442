import type { Locator, Page } from '@playwright/test';
import { chooseResume } from '../fixtures/choose-resume.ts';
import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { expectToFit } from '../fixtures/expect-to-fit.ts';
import { openNavigation } from '../fixtures/navigation.ts';
import { createPerson } from '../fixtures/person.ts';
import { putAtLimit, putNearLimit } from '../fixtures/put-at-limit.ts';
import { makeSubjects, withNewestCall } from '../fixtures/subjects.ts';
import { titleOf } from '../fixtures/title-of.ts';
import { pathOf, PAGES } from '../pages.ts';
import { expect, test } from '../fixtures/test.ts';

const PUBLIC = PAGES.filter(({ isPublic }) => isPublic);
const PRIVATE = PAGES.filter(({ isPublic }) => !isPublic);

test('pages that anybody sees are accessible, and fit the narrowest phone', async ({ page }) => {
  for (const { route } of PUBLIC) {
    await page.goto(route);
    await expectAccessible(page);
    await expectToFit(page);
  }
});

test('pages of a person are accessible, and fit the narrowest phone', async ({ page, api }) => {
  const made = await makeSubjects(api);
  await api.ai.parseResume.mutate({ documentId: made.documentId });
  const subjects = await withNewestCall(api, made);
  for (const { name } of PRIVATE) {
    await page.goto(pathOf(name, subjects));
    await expectAccessible(page);
    await expectToFit(page);
  }
});

for (const { state, put } of [
  { state: 'near a limit', put: putNearLimit },
  { state: 'at a limit', put: putAtLimit },
]) {
  test(`pages ${state} are accessible, and fit the narrowest phone`, async ({ page, person, api, admin }) => {
    const subjects = await makeSubjects(api);
    await put(person, { admin, documentId: subjects.documentId });
    for (const name of ['import', 'billing', 'activity', 'analytics'] as const) {
      await page.goto(pathOf(name, subjects));
      await expectAccessible(page);
      await expectToFit(page);
    }
  });
}

test('what opens and what fails is accessible', async ({ page, api, problems }) => {
  problems.announce(/^console error: .* 422 .*\/documents\.upload/);
  const { resumeId } = await makeSubjects(api);
  await page.goto(`/resumes/${resumeId}`);
  await page.getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('dialog', { name: 'Delete this resume?' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Keep it' }).click();
  await page.getByRole('button', { name: 'Edit' }).click();
  await expect(titleOf(page)).toBeFocused();
  await expectAccessible(page);

  await page.goto('/resumes');
  const broken = { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 broken') };
  await chooseResume(page, broken);
  await expect(page.getByRole('alert', { name: 'This file could not be taken' })).toBeVisible();
  await expectAccessible(page);
});

test('the open navigation of a phone is accessible @phone', async ({ page, person }) => {
  expect(person.token).not.toBe('');
  await page.goto('/billing');
  await openNavigation(page);
  await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible();
  await expectAccessible(page);
});

test('with the keyboard alone one signs in and reaches Billing, and sees where one is', async ({
  page,
  product,
}) => {
  const { email, password } = await createPerson(product.url);
  await page.goto('/sign-in');
  await tabTo(page, page.getByLabel('Email'));
  await page.keyboard.type(email);
  await tabTo(page, page.getByLabel('Password', { exact: true }));
  await page.keyboard.type(password);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/resumes$/);

  const billing = page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Billing', exact: true });
  await tabTo(page, billing);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Billing', level: 1 })).toBeVisible();
});

const MOST_TABS = 30;

/** Goes on by Tab until there, and finds that each place on the way shows that it has the keyboard. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const shown = await focused.evaluate((element) => {
      const { outlineStyle, outlineWidth, borderColor } = getComputedStyle(element);
      return { hasOutline: outlineStyle !== 'none' && outlineWidth !== '0px', borderColor };
    });
    const isInput = await focused.evaluate((element) => element instanceof HTMLInputElement);
    expect(shown.hasOutline || isInput, await focused.evaluate((element) => element.outerHTML)).toBe(true);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error('not reached by Tab');
}
