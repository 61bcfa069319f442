import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import type { Product } from '@resumint/scripts/launch-product';
import { signInBrowser } from './fixtures/person.ts';
import { COLOR_SCHEMES, showInScheme } from './fixtures/show-in-scheme.ts';
import { pathOf } from './pages.ts';
import { README_SCREENS, SCREENS, screensNamed, type Screen } from './screens/screens.ts';
import { seatViewers, type Seat } from './screens/viewers.ts';
import { withBrowser } from './with-browser.ts';

const ROOT = join(import.meta.dirname, '..');
const SIZES = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false } },
});
const screens = values.all ? SCREENS : screensNamed(positionals.length > 0 ? positionals : README_SCREENS);
const folder = join(ROOT, values.all ? '.data/screenshots' : 'docs/screenshots');

mkdirSync(folder, { recursive: true });
await withBrowser(async (tools) => {
  const seats = await seatViewers(tools.product);
  for (const screen of screens) await photograph(screen, seats[screen.viewer], tools);
});
console.log(`${screens.length} screens are in ${folder}.`);

/** A picture of the screen at each size in each color scheme, as much of it as fits. */
async function photograph(
  screen: Screen,
  { token, subjects }: Seat,
  { product, browser }: { product: Product; browser: Browser },
): Promise<void> {
  const path = pathOf(screen.page, subjects);
  for (const [size, viewport] of Object.entries(SIZES)) {
    const context = await browser.newContext({ baseURL: product.url, viewport, locale: 'en-US' });
    if (token !== null) await signInBrowser(context, { token }, product.url);
    const page = await context.newPage();
    const answer = await page.goto(path, { waitUntil: 'networkidle' });
    if (!answer?.ok()) throw new Error(`${path} answers with ${answer?.status() ?? 'nothing'}.`);
    for (const scheme of COLOR_SCHEMES) {
      await showInScheme(page, scheme);
      const file = join(folder, `${screen.name}-${size}-${scheme}.png`);
      await page.screenshot({ path: file, animations: 'disabled' });
    }
    await context.close();
  }
}
