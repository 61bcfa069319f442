import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import type { Product } from '@resumint/scripts/launch-product';
import { signInBrowser } from './fixtures/person.ts';
import { COLOR_SCHEMES, showInScheme } from './fixtures/show-in-scheme.ts';
import { allOfGallery } from './gallery-screens.ts';
import { pathOf } from './pages.ts';
import { README_SCREENS, SCREENS, screensNamed } from './screens/screens.ts';
import { seatViewers } from './screens/viewers.ts';
import { withBrowser } from './with-browser.ts';

const ROOT = join(import.meta.dirname, '..');
const SIZES = {
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, gallery: { type: 'boolean', default: false } },
});
const screens = values.all ? SCREENS : screensNamed(positionals.length > 0 ? positionals : README_SCREENS);
const folder = join(ROOT, folderOf(values));

mkdirSync(folder, { recursive: true });
await withBrowser(async (tools) => {
  const sights = values.gallery ? galleryInFull() : await screensOfViewers(tools.product);
  for (const sight of sights) await photograph(sight, tools);
  console.log(`${sights.length} screens are in ${folder}.`);
});

function folderOf({ all, gallery }: typeof values): string {
  if (gallery) return '.data/screenshots/gallery';
  return all ? '.data/screenshots' : 'docs/screenshots';
}

interface Sight {
  name: string;
  path: string;
  /** Null for nobody. */
  token: string | null;
  /** As much of it as there is, or as fits. */
  isWhole: boolean;
}

function galleryInFull(): Sight[] {
  return allOfGallery().map((shown) => ({ ...shown, token: null, isWhole: true }));
}

async function screensOfViewers(product: Product): Promise<Sight[]> {
  const seats = await seatViewers(product);
  return screens.map(({ name, page, viewer }) => {
    const { token, subjects } = seats[viewer];
    return { name, token, path: pathOf(page, subjects), isWhole: false };
  });
}

/** A picture of the screen at each size in each color scheme. */
async function photograph(
  { name, path, token, isWhole }: Sight,
  { product, browser }: { product: Product; browser: Browser },
): Promise<void> {
  for (const [size, viewport] of Object.entries(SIZES)) {
    const context = await browser.newContext({ baseURL: product.url, viewport, locale: 'en-US' });
    if (token !== null) await signInBrowser(context, { token }, product.url);
    const page = await context.newPage();
    const answer = await page.goto(path, { waitUntil: 'networkidle' });
    if (!answer?.ok()) throw new Error(`${path} answers with ${answer?.status() ?? 'nothing'}.`);
    for (const scheme of COLOR_SCHEMES) {
      await showInScheme(page, scheme);
      const file = join(folder, `${name}-${size}-${scheme}.png`);
      await page.screenshot({ path: file, animations: 'disabled', fullPage: isWhole });
    }
    await context.close();
  }
}
