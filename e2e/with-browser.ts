import { chromium, type Browser } from '@playwright/test';
import { CHROMIUM_ARGUMENTS, findChromium } from '@resumint/scripts/find-chromium';
import type { Product } from '@resumint/scripts/launch-product';
import { startProduct } from './start-product.ts';

/** Starts a product and a browser for the work, and ends both however it ends. */
export async function withBrowser(
  work: (tools: { product: Product; browser: Browser }) => Promise<void>,
  options: Parameters<typeof startProduct>[0] = {},
): Promise<void> {
  const executablePath = await findChromium();
  const product = await startProduct(options);
  try {
    const browser = await chromium.launch({ executablePath, args: CHROMIUM_ARGUMENTS });
    try {
      await work({ product, browser });
    } finally {
      await browser.close();
    }
  } finally {
    await product.stop();
  }
}
