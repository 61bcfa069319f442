import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { makeSubjects, withNewestCall } from '../fixtures/subjects.ts';
import { titleOf } from '../fixtures/title-of.ts';
import { PAGES, pathOf, type PageName } from '../pages.ts';
import { expect, test } from '../fixtures/test.ts';

/** All that a person can put something into. A file is chosen in a dialog, which only a script opens. */
const CONTROLS = 'input:not([type=hidden], [type=file]), textarea, select';

test('what is typed as soon as a page takes it is what is saved', async ({ page, api }) => {
  const { documentId } = await makeSubjects(api);
  const letScriptsLoad = await holdScripts(page);
  await page.goto(`/imports/${documentId}`, { waitUntil: 'commit' });
  await expect(titleOf(page)).not.toBeEditable();
  const typed = titleOf(page).fill('Typed at once');
  await letScriptsLoad();
  await typed;
  await page.getByRole('button', { name: 'Save resume' }).click();
  await expect(page.getByRole('heading', { name: 'Typed at once' })).toBeVisible();
});

test('before its scripts run a page takes nothing that it would lose', async ({ page, context, api }) => {
  const made = await makeSubjects(api);
  await api.ai.parseResume.mutate({ documentId: made.documentId, idempotencyKey: randomUUID() });
  const subjects = await withNewestCall(api, made);
  const expectNothingTaken = async (name: PageName) => {
    const letScriptsLoad = await holdScripts(page);
    // All of the document is there then, and none of the scripts that it names.
    await page.goto(pathOf(name, subjects), { waitUntil: 'domcontentloaded' });
    await expect(page.getByRole('heading').first()).toBeVisible();
    expect(await takenAndLost(page), `on the page ${name}`).toEqual([]);
    await letScriptsLoad();
  };
  for (const { name, isPublic } of PAGES) if (!isPublic) await expectNothingTaken(name);
  await context.clearCookies();
  for (const { name, isPublic } of PAGES) if (isPublic) await expectNothingTaken(name);
});

/** Keeps all scripts of the pages to come from loading, until what is returned is called. */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
  const held = Promise.withResolvers<void>();
  await page.route('**/*.js', async (route) => {
    await held.promise;
    await route.continue();
  });
  return async () => {
    held.resolve();
    await page.unrouteAll({ behavior: 'wait' });
  };
}

/** The controls that can be changed, though no form reads them when it is sent. */
function takenAndLost(page: Page): Promise<string[]> {
  return page.locator(CONTROLS).evaluateAll((elements) =>
    elements
      .filter((element) => !element.matches(':disabled') && !element.hasAttribute('readonly'))
      .filter((element) => !(element.hasAttribute('name') && element.closest('form[action]')))
      .map((element) => element.outerHTML),
  );
}
