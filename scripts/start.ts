import { printGreeting } from './start/print-greeting.ts';
import { openStack } from './start/open-stack.ts';
import { startWeb } from './start/start-web.ts';
import { assertPortIsFree } from './start/assert-port-is-free.ts';
import { buildWeb } from './start/build-web.ts';
import { prepareDatabase } from './start/prepare-database.ts';
import { readSettings } from './start/settings.ts';

const settings = readSettings();
await assertPortIsFree(settings.port);
await buildWeb();
const stack = await openStack(settings);
const accounts = await prepareDatabase(settings, stack);
const web = await startWeb(settings, stack);
printGreeting(settings, stack, accounts);

let isStopping = false;
const stop = async (code: number) => {
  if (isStopping) return;
  isStopping = true;
  await web.stop();
  await stack.stop();
  process.exit(code);
};
process.on('SIGINT', () => void stop(0));
process.on('SIGTERM', () => void stop(0));
void web.exited.then((code) => stop(code ?? 1));
