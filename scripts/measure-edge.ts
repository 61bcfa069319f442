import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startEdge } from '@resumint/local-stack';
import { root, runScript } from './run-command.ts';

const RUNS = 5;
const UNUSED_SECRET = 'a secret that opens nothing, of 32 letters';

type Times = Record<'listening' | 'first' | 'second', number>;

const directory = join(root, 'apps/edge');
if ((await runScript(join(directory, 'build.ts'))) !== 0) throw new Error('The edge could not be built.');
const file = join(directory, 'dist/worker.js');
const bundle = await readFile(file);
const importedAt = performance.now();
await import(file);
const evaluatedMs = Math.round(performance.now() - importedAt);
const runs: Times[] = [];
for (let run = 0; run < RUNS; run += 1) runs.push(await measureStart());

console.log(`bundle          ${kB(bundle)} kB, ${kB(gzipSync(bundle))} kB with gzip`);
console.log(`evaluation      ${evaluatedMs} ms, once, by Node's V8`);
console.log(`start           ${median('listening')} ms, miniflare and workerd included`);
console.log(`first request   ${median('first')} ms, with the composition`);
console.log(`second request  ${median('second')} ms`);
console.log(`Medians of ${RUNS} runs on this machine, with a database that is away.`);

async function measureStart(): Promise<Times> {
  const startedAt = performance.now();
  const edge = await startEdge({
    directory,
    bindings: {
      APP_ORIGIN: 'http://127.0.0.1:3000',
      DATABASE_URL: 'http://user:password@127.0.0.1:1',
      SESSION_SECRET: UNUSED_SECRET,
      LEDGER_SECRET: UNUSED_SECRET,
      OPENAI_API_KEY: 'sk-simulated-none',
      ALLOW_SIMULATED: 'model,sign-in',
    },
  });
  const listening = performance.now() - startedAt;
  const times = { listening, first: await measureRequest(edge.url), second: await measureRequest(edge.url) };
  await edge.stop();
  return times;
}

async function measureRequest(url: string): Promise<number> {
  const startedAt = performance.now();
  await (await fetch(`${url}/health`)).text();
  return performance.now() - startedAt;
}

function median(of: keyof Times): number {
  const sorted = runs.map((times) => times[of]).toSorted((left, right) => left - right);
  return Math.round(sorted[Math.floor(RUNS / 2)] ?? 0);
}

function kB({ length }: { length: number }): number {
  return Math.round(length / 1000);
}
