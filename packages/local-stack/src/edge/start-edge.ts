import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Miniflare } from 'miniflare';
import { z } from 'zod';
import { RUNNING_PATH, WATCHED_WORKER } from './watched-worker.ts';

export interface EdgeOptions {
  /** Where the worker's `wrangler.jsonc` is, and what it was built into. */
  directory: string;
  /** The worker's secrets and variables. None of those in `wrangler.jsonc` is taken. */
  bindings: Record<string, string>;
  /** Hears of each line that the worker logs. */
  log?: (line: string) => unknown;
}

export interface Edge {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** Waits until nothing runs any more, what outlives its response included. */
  settled: () => Promise<void>;
  /** Ends what still runs at once, as a machine that fails does. */
  stop: () => Promise<void>;
}

const PAUSE_MS = 20;

/** The part of Wrangler's configuration that decides how a worker runs. The file has no comments, so it is JSON. */
const Wrangler = z.object({
  main: z.string(),
  compatibility_date: z.string(),
  compatibility_flags: z.array(z.string()),
});

/** Runs a built worker on workerd, on a free port of 127.0.0.1. */
export async function startEdge({ directory, bindings, log = () => {} }: EdgeOptions): Promise<Edge> {
  const wrangler = Wrangler.parse(JSON.parse(await readFile(join(directory, 'wrangler.jsonc'), 'utf8')));
  const miniflare = new Miniflare({
    host: '127.0.0.1',
    cf: false,
    // Miniflare's own front does not tell a worker that its client has left, so clients are let in past it.
    unsafeDirectSockets: [{ host: '127.0.0.1', port: 0 }],
    modules: [
      { type: 'ESModule', path: '/watched-worker.js', contents: WATCHED_WORKER },
      {
        type: 'ESModule',
        path: '/worker.js',
        contents: await readFile(join(directory, wrangler.main), 'utf8'),
      },
    ],
    modulesRoot: '/',
    bindings,
    compatibilityDate: wrangler.compatibility_date,
    compatibilityFlags: wrangler.compatibility_flags,
    handleStructuredLogs: ({ message }: { message: string }): void => void log(message),
  });
  const { origin: url } = await miniflare.unsafeGetDirectURL();
  return {
    url,
    async settled() {
      while ((await countRunning(url)) > 0) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    },
    stop: () => miniflare.dispose(),
  };
}

async function countRunning(url: string): Promise<number> {
  const response = await fetch(url + RUNNING_PATH);
  return z.object({ running: z.number() }).parse(await response.json()).running;
}
