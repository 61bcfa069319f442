import { delimiter, join } from 'node:path';
import { canRun } from './run-quietly.ts';

const NAMES = ['chromium', 'google-chrome', 'google-chrome-stable', 'chromium-browser'];

/** The path of the first on the PATH that runs: Playwright starts a path, not a name. */
export async function findInstalledChromium(): Promise<string | undefined> {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  for (const name of NAMES) {
    for (const folder of folders) {
      const executable = join(folder, name);
      if (await canRun(executable)) return executable;
    }
  }
  return undefined;
}
