import { findInstalledChromium } from './installed.ts';
import { canRun, runQuietly } from './run-quietly.ts';

const INSTALL_WITHIN_MS = 10 * 60_000;
/** Another apt may be at work. */
const WAIT_FOR_LOCK = 'DPkg::Lock::Timeout=120';

/** Installs Debian's package where this process is root, or may be without being asked for a password. */
export async function installChromiumByApt(log: (line: string) => void): Promise<string | undefined> {
  if (!(await canRun('apt-get'))) return undefined;
  const asRoot = await rootPrefix();
  if (asRoot === undefined) return undefined;
  log('Installing Chromium with apt-get, once …');
  const apt = (...args: string[]) => {
    const [file = '', ...rest] = [
      ...asRoot,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-o',
      WAIT_FOR_LOCK,
      ...args,
    ];
    return runQuietly(file, rest, { timeoutMs: INSTALL_WITHIN_MS });
  };
  await apt('-qq', 'update');
  await apt('-qq', 'install', '--yes', '--no-install-recommends', 'chromium');
  return findInstalledChromium();
}

async function rootPrefix(): Promise<string[] | undefined> {
  if (process.getuid?.() === 0) return [];
  return (await canRun('sudo', ['-n', 'true'])) ? ['sudo', '-n'] : undefined;
}
