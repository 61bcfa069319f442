import type { Page } from '@playwright/test';
import type { PageName } from '../pages.ts';

/** What a person does on a page with a pointer or a key. Each leaves the page where it is. */
export type Interaction = (page: Page) => Promise<void>;

const openTip: Interaction = (page) =>
  page.getByRole('group', { name: 'Today', exact: true }).first().click();
const closeTip: Interaction = (page) => page.keyboard.press('Escape');
const countMoney: Interaction = (page) => page.getByRole('button', { name: 'Money', exact: true }).click();
const countTokens: Interaction = (page) => page.getByRole('button', { name: 'Tokens', exact: true }).click();
const fold: Interaction = (page) => page.getByRole('button', { name: 'Fold the sidebar away' }).click();
const unfold: Interaction = (page) => page.getByRole('button', { name: 'Show the sidebar' }).click();
const openBell: Interaction = (page) =>
  page
    .getByRole('banner')
    .getByRole('button', { name: /^Notifications/ })
    .click();
const closeBell: Interaction = (page) => page.keyboard.press('Escape');
const search: Interaction = (page) => page.getByLabel('Title or receipt').pressSequentially('nurse');
const chooseModel: Interaction = async (page) => {
  await page.getByLabel('Model').press('ArrowDown');
};

const IN_THE_SHELL = [openTip, closeTip, countMoney, countTokens, fold, unfold, openBell, closeBell];

/** The pages that are measured while they are used. */
export const INTERACTIONS: Partial<Record<PageName, readonly Interaction[]>> = {
  billing: IN_THE_SHELL,
  activity: [...IN_THE_SHELL, search, chooseModel],
};
