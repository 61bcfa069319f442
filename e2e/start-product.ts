import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchProduct, type LaunchOptions, type Product } from '@resumint/scripts/launch-product';

/** Starts a product on data of its own, which `stop` removes. */
export async function startProduct(options: Omit<LaunchOptions, 'dataDirectory'> = {}): Promise<Product> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'resumint-e2e-'));
  const discard = () => rmSync(dataDirectory, { recursive: true, force: true });
  try {
    const product = await launchProduct({ ...options, dataDirectory });
    return {
      ...product,
      async stop() {
        const code = await product.stop();
        discard();
        return code;
      },
    };
  } catch (error) {
    discard();
    throw error;
  }
}
