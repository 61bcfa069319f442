import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

export interface Gateway {
  url: string;
  stop(): Promise<void>;
}

/** PlanetScale's protocol in front of a database, from a process of its own, as far away as is asked for. */
export async function startGateway(databaseUrl: string, latencyMs = 0): Promise<Gateway> {
  const [username, password] = [randomBytes(8).toString('hex'), randomBytes(16).toString('hex')];
  const options = JSON.stringify({ databaseUrl, username, password, latencyMs });
  const child = fork(fileURLToPath(new URL('./gateway-process.ts', import.meta.url)), [options], {
    execArgv: [],
  });
  const said: unknown[] = await once(child, 'message');
  const [url] = said;
  if (typeof url !== 'string') throw new Error('the gateway did not say where it is');
  return {
    url,
    async stop() {
      child.disconnect();
      await once(child, 'exit');
    },
  };
}
