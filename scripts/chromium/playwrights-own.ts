import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { root } from '../run-command.ts';
import { canRun, runQuietly } from './run-quietly.ts';

const INSTALL_WITHIN_MS = 10 * 60_000;
const CONNECT_WITHIN_MS = 10_000;

/** The build that Playwright keeps for its version, downloaded where it is missing. */
export async function downloadPlaywrightsChromium(log: (line: string) => void): Promise<string | undefined> {
  const executable = chromium.executablePath();
  if (!existsSync(executable)) {
    log('Downloading a Chromium for Playwright, once …');
    const cli = createRequire(join(root, 'package.json')).resolve('@playwright/test/cli');
    await runQuietly(process.execPath, [cli, 'install', '--no-shell', 'chromium'], {
      timeoutMs: INSTALL_WITHIN_MS,
      env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: String(CONNECT_WITHIN_MS) },
    });
  }
  // It may miss libraries of the system.
  return (await canRun(executable)) ? executable : undefined;
}
