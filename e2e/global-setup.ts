import { findChromium } from '@resumint/scripts/find-chromium';
import { announceProduct } from './running-product.ts';
import { startProduct } from './start-product.ts';

/** Builds the product and starts it for the first worker, and gives what ends it. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const chromium = await findChromium();
  const { url, edgeUrl, dataDirectory, stop } = await startProduct();
  announceProduct({ url, edgeUrl, dataDirectory, chromium });
  return async () => {
    await stop();
  };
}
