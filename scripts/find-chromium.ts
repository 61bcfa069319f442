import { findInstalledChromium } from './chromium/installed.ts';
import { installChromiumByApt } from './chromium/install-by-apt.ts';
import { downloadPlaywrightsChromium } from './chromium/playwrights-own.ts';
import { unpackChromium } from './chromium/unpack.ts';

type Log = (line: string) => void;

/** What every browser here is started with: nothing of its own on the network, and no need for privileges. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The path of a Chromium that runs: one that is installed, else Playwright's own download, else Debian's package, by
 * root installed and by anybody else unpacked under `.data/`.
 */
export async function findChromium(log: Log = console.error): Promise<string> {
  const ways: ((log: Log) => Promise<string | undefined>)[] = [
    findInstalledChromium,
    downloadPlaywrightsChromium,
    installChromiumByApt,
    unpackChromium,
  ];
  const reasons: string[] = [];
  for (const find of ways) {
    try {
      const executable = await find(log);
      if (executable !== undefined) return executable;
    } catch (error) {
      reasons.push(error instanceof Error ? error.message : String(error));
    }
  }
  throw new Error([howToInstallChromium(process.platform), ...reasons].join('\n\n'));
}

export function howToInstallChromium(platform: NodeJS.Platform): string {
  const command =
    platform === 'linux' ? 'sudo apt-get install chromium' : 'npx playwright install --no-shell chromium';
  return `No Chromium was found, and none could be installed. Install one with: ${command}`;
}
