import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Stack } from './open-stack.ts';
import { ROOT, type Settings } from './settings.ts';
import type { LocalEdge } from './start-edge.ts';
import { writeGallery } from './write-gallery.ts';

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 40_000;

export interface Web {
  exited: Promise<number | null>;
  stop: () => Promise<void>;
}

/** Serves the production build on loopback. It ends with this process: its end closes the channel between the two. */
export async function startWeb(settings: Settings, stack: Stack, edge: LocalEdge | null): Promise<Web> {
  const { port, url, secrets, dataDirectory, mail } = settings;
  const galleryFile = await writeGallery(settings);
  const directory = join(ROOT, 'apps/web');
  const next = createRequire(join(directory, 'package.json')).resolve('next/dist/bin/next');
  const child = fork(next, ['start', '--port', String(port), '--hostname', '127.0.0.1'], {
    cwd: directory,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_MANUAL_SIG_HANDLE: 'true',
      APP_ORIGIN: url,
      EDGE_URL: edge?.url,
      DATABASE_URL: stack.databaseUrl,
      SESSION_SECRET: secrets.session,
      LEDGER_SECRET: secrets.ledger,
      OPENAI_API_KEY: stack.model.apiKey,
      ...(stack.model.baseUrl !== undefined && { OPENAI_BASE_URL: stack.model.baseUrl }),
      MAIL_DIRECTORY: 'directory' in mail ? mail.directory : '',
      ALLOW_SIMULATED: stack.simulated.join(','),
      GALLERY_FILE: galleryFile ?? '',
    },
  });
  const exited = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  const stop = async () => {
    child.kill('SIGTERM');
    const overdue = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await exited;
    clearTimeout(overdue);
  };
  try {
    await Promise.race([untilHealthy(url), exited.then(refuse)]);
  } catch (error) {
    await stop();
    throw error;
  }
  await writeFile(join(dataDirectory, 'web.pid'), String(child.pid));
  return { exited, stop };
}

async function untilHealthy(url: string): Promise<void> {
  const givenUpAt = performance.now() + READY_WITHIN_MS;
  while (performance.now() < givenUpAt) {
    if (await isHealthy(url)) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The web app did not become healthy at ${url}/api/health.`);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const { ok } = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) });
    return ok;
  } catch {
    // Not listening yet.
    return false;
  }
}

function refuse(code: number | null): never {
  throw new Error(`The web app ended with code ${code}. Is the port in use? Choose another with PORT.`);
}
