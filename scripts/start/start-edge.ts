import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { EdgeReady, type EdgeTask } from './edge-messages.ts';
import type { Stack } from './open-stack.ts';
import { ROOT, type Settings } from './settings.ts';

const READY_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 40_000;

export interface LocalEdge {
  /** Where the router is. */
  url: string;
  exited: Promise<number | null>;
  /** Lets its calls settle first. */
  stop: () => Promise<void>;
}

/**
 * Serves the worker on workerd, on loopback and a free port; null with a database that is reached directly, which no
 * worker can. It ends with this process: its end closes the channel between the two.
 */
export async function startEdge(settings: Settings, stack: Stack): Promise<LocalEdge | null> {
  if (new URL(stack.databaseUrl).protocol === 'mysql:') return null;
  // Detached, so that a Ctrl-C, which all processes of a terminal get, does not end workerd before its calls.
  const child = fork(join(import.meta.dirname, 'edge-process.ts'), [], {
    detached: true,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  const stop = async () => {
    if (child.connected) child.disconnect();
    const overdue = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await exited;
    clearTimeout(overdue);
  };
  try {
    const ready: Promise<unknown[]> = once(child, 'message', {
      signal: AbortSignal.timeout(READY_WITHIN_MS),
    });
    child.send({
      directory: join(ROOT, 'apps/edge'),
      bindings: bindingsOf(settings, stack),
    } satisfies EdgeTask);
    const [message] = await Promise.race([ready, exited.then(refuse)]);
    const { url } = EdgeReady.parse(message);
    await assertHealthy(url);
    return { url: `${url}/api/trpc`, exited, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function bindingsOf({ url, secrets }: Settings, { databaseUrl, model, simulated }: Stack) {
  const { HOLD_SECONDS = '', CALLS_PER_SECOND = '', CLERK_JWT_KEY = '' } = process.env;
  return {
    APP_ORIGIN: url,
    DATABASE_URL: databaseUrl,
    SESSION_SECRET: secrets.session,
    LEDGER_SECRET: secrets.ledger,
    OPENAI_API_KEY: model.apiKey,
    // It sends no mail, and knows no such part.
    ALLOW_SIMULATED: simulated.filter((part) => part !== 'mail').join(','),
    ...(model.baseUrl !== undefined && { OPENAI_BASE_URL: model.baseUrl }),
    ...(CLERK_JWT_KEY !== '' && { CLERK_JWT_KEY }),
    ...(HOLD_SECONDS !== '' && { HOLD_SECONDS }),
    ...(CALLS_PER_SECOND !== '' && { CALLS_PER_SECOND }),
  };
}

async function assertHealthy(url: string): Promise<void> {
  const response = await fetch(`${url}/health`, { signal: AbortSignal.timeout(READY_WITHIN_MS) });
  if (!response.ok) throw new Error(`The edge cannot serve: ${await response.text()}`);
}

function refuse(code: number | null): never {
  throw new Error(`The edge ended with code ${code}.`);
}
