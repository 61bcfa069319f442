import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { FollowerTask } from './follower-task.ts';
import type { Stack } from './open-stack.ts';
import type { Settings } from './settings.ts';

const STOP_WITHIN_MS = 40_000;

export interface LocalFollower {
  exited: Promise<number | null>;
  /** Lets the running step end first. */
  stop: () => Promise<void>;
}

/** Follows the ledger in a process of its own, which ends with this one: its end closes the channel between the two. */
export function startFollower(
  { url, secrets, mail }: Settings,
  { databaseUrl, model }: Stack,
): LocalFollower {
  const child = fork(join(import.meta.dirname, 'follower-process.ts'), [], {
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const exited = once(child, 'exit').then(([code]: (number | null)[]) => code ?? null);
  child.send({
    databaseUrl,
    ledgerSecret: secrets.ledger,
    appOrigin: url,
    model: { apiKey: model.apiKey, ...(model.baseUrl !== undefined && { baseUrl: model.baseUrl }) },
    mail,
  } satisfies FollowerTask);
  return {
    exited,
    async stop() {
      child.kill('SIGTERM');
      const overdue = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      await exited;
      clearTimeout(overdue);
    },
  };
}
