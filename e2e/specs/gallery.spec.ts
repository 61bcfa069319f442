import type { Locator, Page } from '@playwright/test';
import { STATE_NAMES } from '@resumint/gallery';
import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { expectToFit } from '../fixtures/expect-to-fit.ts';
import { openNavigation } from '../fixtures/navigation.ts';
import { expect, test } from '../fixtures/test.ts';
import { sidebarOf } from '../fixtures/usage-on-screen.ts';
import { GALLERY_SCREENS, galleryPath } from '../gallery-screens.ts';

const SIZES = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };
/** What a desktop of 1280 pixels has left at 200 %. */
const ENLARGED = { width: 640, height: 400 };
const RESET = '18 Jun 2026, 00:00';

test('the gallery leads to every screen of every state, and is accessible', async ({ page }) => {
  await page.goto('/gallery');
  await expectAccessible(page);
  await expectToFit(page);
  const links = await page.getByRole('main').getByRole('link').all();
  const hrefs = await Promise.all(links.map(async (link) => (await link.getAttribute('href')) ?? ''));
  expect(hrefs).toHaveLength(STATE_NAMES.length * GALLERY_SCREENS.length);
  for (const href of hrefs) expect((await page.request.get(href)).status(), href).toBe(200);
  for (const none of ['/gallery/nowhere', '/gallery/normal?screen=none']) {
    expect((await page.request.get(none)).status(), none).toBe(404);
  }
});

for (const state of STATE_NAMES) {
  // In one page, which has what it has loaded once: with a page for each screen it takes half as long again.
  test(`${state}: every screen is accessible in both colors and on a phone, and fits`, async ({ page }) => {
    test.slow(true, 'it goes through every screen');
    for (const screen of GALLERY_SCREENS) {
      await page.setViewportSize(SIZES.desktop);
      await show(page, state, screen);
      await expectAccessible(page);
      await page.setViewportSize(SIZES.phone);
      // It has the colors that it has on a desktop.
      await expectAccessible(page, ['light']);
      await expectToFit(page, ENLARGED);
    }
  });
}

test('an account without use says what will be where, and claims no sum', async ({ page }) => {
  await show(page, 'empty');
  await expect(regionOf(page, 'Recent receipts')).toContainText('No AI call yet.');
  await expect(regionOf(page, 'Proof of your meter')).toContainText('There is no receipt yet');
  await expect(regionOf(page, 'What still fits')).toContainText(
    /About \d+ readings of resumes or \d+ summaries/,
  );
});

test('before anything is read nothing is claimed', async ({ page }) => {
  await show(page, 'loading');
  await expect(page.getByLabel('Usage is being read')).toHaveCount(2);
  await expect(page.getByRole('meter')).toHaveCount(0);
  await expect(sidebarOf(page)).not.toContainText(/\d/);
  await show(page, 'loading', 'call');
  await expect(page.getByLabel('The price is being computed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Write a summary' })).toBeDisabled();
});

test('numbers that cannot be read again stay, with their time, and are never 0', async ({ page }) => {
  await show(page, 'failed');
  await expect(
    page.getByRole('status').filter({ hasText: 'Numbers as of 17 Jun 2026, 14:20' }),
  ).toBeVisible();
  await expect(sidebarOf(page)).toContainText('As of 17 Jun 2026, 14:20.');
  for (const meter of await page.getByRole('meter').all()) {
    await expect(meter).toHaveAttribute('aria-valuetext', /percent used/);
  }
  const used = regionOf(page, 'Today').getByRole('definition').first();
  await expect(used).toHaveText(/^[1-9][\d,]*$/);
  await show(page, 'failed', 'call');
  await expect(page.getByText('Your limits cannot be verified right now')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Write a summary' })).toBeDisabled();
});

test('numbers that were never read are not shown at all', async ({ page }) => {
  await show(page, 'never-read');
  await expect(page.getByRole('alert', { name: 'Your usage cannot be read right now' })).toBeVisible();
  await expect(page.getByRole('meter')).toHaveCount(0);
  await expect(sidebarOf(page)).not.toContainText(/\d/);
  await show(page, 'never-read', 'limits');
  await expect(page.getByRole('alert', { name: 'Your limits cannot be read right now' })).toBeVisible();
});

test('a failure stays where it is while the page tries again by itself', async ({ page }) => {
  await page.clock.install();
  await show(page, 'never-read');
  // Next has an alert of its own, which is empty and there as soon as the page is hydrated.
  const failures = await page.getByRole('alert').filter({ hasText: 'cannot be read' }).elementHandles();
  expect(failures).toHaveLength(2);
  await page.clock.runFor(15_000);
  for (const failure of failures) expect(await failure.evaluate((element) => element.isConnected)).toBe(true);
});

test('near a limit it is named, with what is left of it and until when', async ({ page }) => {
  await show(page, 'near');
  const warning = page.getByRole('status').filter({ hasText: '83 % of your tokens per day is used' });
  await expect(warning).toContainText(`1,700 tokens left until it resets ${RESET}.`);
  await show(page, 'near', 'call');
  await expect(page.getByRole('button', { name: 'Write a summary' })).toHaveAccessibleDescription(
    /tokens per day 83 → [\d.]+ %, at most 98 %/,
  );
});

for (const { state, limit, reset, plan } of [
  { state: 'over-daily', limit: 'tokens per day', reset: RESET, plan: 'Basic' },
  { state: 'over-monthly', limit: 'tokens per month', reset: '1 Jul 2026, 00:00', plan: 'Basic' },
]) {
  test(`${state}: the limit is named, its reset, and the ways on`, async ({ page }) => {
    await show(page, state);
    const alert = page.getByRole('alert', { name: `Your limit of ${limit} is used up` });
    await expect(alert).toContainText(`AI calls are refused until ${reset}.`);
    await expect(alert).toContainText('editing and saving go on working');
    await expect(sidebarOf(page)).toContainText(`Nearest limit: ${limit}, 100 %`);
    await show(page, state, 'call');
    await expect(page.getByRole('button', { name: 'Write a summary' })).toBeDisabled();
    const notice = page.getByRole('status').filter({ hasText: `Your limit of ${limit} is used up` });
    await expect(notice).toContainText(`resets ${reset} Europe/Berlin, in `);
    await expect(notice).toContainText(`on the plan ${plan}, which is $9.00 a month`);
    await expect(notice).toContainText('Write the summary yourself');
    await expect(notice.getByRole('link', { name: 'Show my limits' })).toBeVisible();
  });
}

test('where as many calls run as may, it says so, and when a place is free', async ({ page }) => {
  await show(page, 'in-flight');
  await expect(page.getByText('As many calls as may run at once are running', { exact: true })).toBeVisible();
  await expect(regionOf(page, 'Plan and totals')).toContainText('12 of 12');
  await show(page, 'in-flight', 'call');
  const notice = page.getByRole('status').filter({ hasText: 'As many calls as may run at once' });
  await expect(notice).toContainText(/a place is free in \d+ sec at the latest, 17 Jun 2026, 14:2\d:\d\d/);
});

test('a call that does not fit leads to those that do, each with its price', async ({ page }) => {
  await show(page, 'tight', 'call');
  const ways = page.getByRole('group', { name: 'Ways through' }).getByRole('button');
  await expect(ways).toHaveText([/^Allow a shorter answer/, /^Use the cheaper model/]);
  for (const way of await ways.all()) {
    await expect(way).toBeEnabled();
    await expect(way).toHaveAccessibleDescription(/at most \$0\.\d+\s*; cost per day/);
  }
});

test('soft limits tell how far they are passed, and refuse nothing', async ({ page }) => {
  await show(page, 'soft');
  const warning = page.getByRole('status').filter({ hasText: 'Your limit of tokens per day is used up' });
  await expect(warning).toContainText('You are 1,270 tokens past it. Your limits only warn');
  await show(page, 'soft', 'call');
  await expect(page.getByRole('button', { name: 'Write a summary' })).toBeEnabled();
});

test('what is held is told apart, and counted where the nearest limit is named', async ({ page }) => {
  await show(page, 'running');
  await expect(sidebarOf(page)).toContainText('6,595 + 2,443 held of 10,000');
  await expect(sidebarOf(page)).toContainText('Nearest limit: tokens per day, 90.3 % with what is held');
});

test('limits, records and parts that are not as usual say so', async ({ page }) => {
  await show(page, 'unlimited');
  await expect(page.getByRole('meter')).toHaveCount(0);
  await expect(regionOf(page, 'What still fits')).toContainText('Nothing limits how many calls you make.');
  await show(page, 'lowered');
  await expect(regionOf(page, 'Today')).toContainText('lowered by you from 10,000');
  await show(page, 'broken');
  await expect(regionOf(page, 'Proof of your meter')).toContainText(
    /Entry \d+ was changed after it was written/,
  );
  await show(page, 'simulated');
  await expect(page.getByText('The AI model is simulated: no real money is spent.')).toBeVisible();
  await show(page, 'normal');
  await expect(page.getByText('is simulated')).toHaveCount(0);
});

test('a state is there with the first paint, and nothing that a page asks leaves the browser', async ({
  page,
}) => {
  const htmlOf = async (screen: string) => (await page.request.get(galleryPath('over-daily', screen))).text();
  expect(await htmlOf('billing')).toContain('Your limit of tokens per day is used up');
  for (const screen of GALLERY_SCREENS) {
    const html = await htmlOf(screen);
    expect(html).toContain('aria-label="Tokens, Today"');
    // As a truth, so that a failure does not print the whole page.
    expect(html.includes('aria-busy="true"'), `${screen} waits`).toBe(false);
  }
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/')) asked.push(request.url());
  });
  await show(page, 'normal');
  const card = regionOf(page, 'Proof of your meter');
  await card.getByRole('button', { name: 'Check again' }).click();
  await expect(card).toContainText('the sum of your 58 receipts');
  await show(page, 'normal', 'notifications');
  await page.getByRole('button', { name: 'Mark all as read' }).click();
  await expect(page.getByText('Nothing can be changed in the gallery.')).toBeVisible();
  expect(asked).toEqual([]);
});

test('the keyboard reaches everything that can be pressed, and shows where it is', async ({ page }) => {
  for (const { state, screen } of [
    { state: 'normal', screen: 'billing' },
    { state: 'tight', screen: 'call' },
    { state: 'lowered', screen: 'limits' },
    { state: 'never-read', screen: 'billing' },
    { state: 'normal', screen: 'insights' },
  ]) {
    await show(page, state, screen);
    await expectKeyboardToReachAll(page);
  }
});

test('with reduced motion nothing moves', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const { state, screen } of [
    { state: 'loading', screen: 'billing' },
    { state: 'running', screen: 'billing' },
    { state: 'normal', screen: 'analytics' },
    { state: 'normal', screen: 'insights' },
  ]) {
    await show(page, state, screen);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll('body *')].flatMap((element) =>
        ['', '::before', '::after'].flatMap((pseudo) => {
          const { transitionDuration, animationDuration } = getComputedStyle(element, pseudo || null);
          const durations = `${transitionDuration}, ${animationDuration}`.split(', ');
          return durations.every((duration) => duration === '0s') ? [] : [element.outerHTML.slice(0, 200)];
        }),
      ),
    );
    expect(moving).toEqual([]);
  }
});

test('a tap on a window shows its exact numbers on the screen, and a tap elsewhere puts them away @phone', async ({
  page,
  hasTouch,
}) => {
  test.skip(!hasTouch, 'a mouse does not tap');
  await show(page, 'running');
  await openNavigation(page);
  await sidebarOf(page).getByRole('group', { name: 'Today' }).tap();
  const tip = page.getByRole('tooltip');
  await expect(tip).toContainText('Held2,443$0.0022528');
  await expect(tip).toBeInViewport({ ratio: 1 });
  await tip.tap();
  await expect(tip).toBeHidden();
  await sidebarOf(page).getByRole('group', { name: 'This month' }).tap();
  await expect(tip).toContainText('Held2,443$0.0022528');
  await expect(tip).toContainText('100,000');
  await page.getByText('ada@example.com').tap();
  await expect(tip).toBeHidden();
});

async function show(page: Page, state: string, screen = 'billing'): Promise<void> {
  await page.goto(galleryPath(state, screen));
}

function regionOf(page: Page, name: string): Locator {
  return page.getByRole('region', { name, exact: true });
}

async function expectKeyboardToReachAll(page: Page): Promise<void> {
  // What is chosen by a script can be reached as soon as the page listens.
  await expect(page.locator('select:disabled, fieldset:disabled')).toHaveCount(0);
  const count = await page.evaluate(() => {
    // Of several radio buttons the chosen one is reached, and the arrows lead to the others.
    const canBeReached =
      'a[href], button, input:not([type="radio"]), :checked, select, summary, [tabindex="0"]';
    const reachable = [...document.querySelectorAll(canBeReached)].filter(
      (element) => element.checkVisibility() && !element.matches('option, :disabled, [tabindex="-1"]'),
    );
    for (const [index, element] of reachable.entries()) element.setAttribute('data-place', String(index));
    return reachable.length;
  });
  const reached = new Set<number>();
  for (let tabs = 0; tabs < count; tabs += 1) {
    await page.keyboard.press('Tab');
    const { place, hasOutline, html } = await page.locator(':focus').evaluate((element) => {
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return {
        place: Number(element.getAttribute('data-place') ?? -1),
        // A field has its border in another color.
        hasOutline: element.matches('input, select') || (outlineStyle !== 'none' && outlineWidth !== '0px'),
        html: element.outerHTML.slice(0, 200),
      };
    });
    expect(hasOutline, html).toBe(true);
    reached.add(place);
  }
  expect([...reached].toSorted((left, right) => left - right)).toEqual(
    Array.from({ length: count }, (_, index) => index),
  );
}
