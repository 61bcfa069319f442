import { assertPortIsFree } from './start/assert-port-is-free.ts';
import { buildApps } from './start/build-apps.ts';
import { openStack } from './start/open-stack.ts';
import { prepareDatabase } from './start/prepare-database.ts';
import { printGreeting } from './start/print-greeting.ts';
import { readSettings } from './start/settings.ts';
import { readStartOptions } from './start/start-options.ts';
import { startEdge } from './start/start-edge.ts';
import { startFollower } from './start/start-follower.ts';
import { startWeb } from './start/start-web.ts';

/** What has to be ended, the last started first. */
const running: { stop: () => Promise<void> }[] = [];
let stopping: Promise<void> | undefined;

process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
// Whoever started it over a channel takes it along, even when killed.
process.on('disconnect', () => void stop(0));
try {
  const options = readStartOptions(process.argv.slice(2));
  const settings = readSettings();
  await assertPortIsFree(settings.port);
  if (!options.isBuilt) await buildApps();
  const stack = await openStack(settings);
  running.push(stack);
  const accounts = await prepareDatabase(settings, stack, options.demo);
  const edge = await startEdge(settings, stack);
  if (edge) running.push(edge);
  const web = await startWeb(settings, stack, edge);
  running.push(web);
  const follower = startFollower(settings, stack);
  running.push(follower);
  printGreeting({ settings, stack, edge }, accounts);
  const parts = [web, follower, ...(edge ? [edge] : [])];
  await stop((await Promise.race(parts.map(({ exited }) => exited))) ?? 1);
} catch (error) {
  console.error(`\nResumint could not start: ${rootCauseOf(error)}`);
  await stop(1);
}

/** Ends everything once, however often and for whatever reason it is asked to. */
function stop(code: number): Promise<void> {
  stopping ??= stopAll().finally(() => process.exit(code));
  return stopping;
}

async function stopAll(): Promise<void> {
  for (const part of running.toReversed()) await part.stop();
}

function rootCauseOf(error: unknown): string {
  let root = error;
  while (root instanceof Error && root.cause instanceof Error) root = root.cause;
  return root instanceof Error ? root.message : String(root);
}
