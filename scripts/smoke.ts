import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { leaveCallHanging, checkExpiry } from './smoke/crash.ts';
import { launch, type Launched } from './smoke/launch.ts';
import { checkMainJob } from './smoke/main-job.ts';
import { checkStop } from './smoke/stop.ts';

// The product as a new person starts it, from data of its own: the main job, a crash, and the end.
const dataDirectory = mkdtempSync(join(tmpdir(), 'resumint-smoke-'));
const launched: Launched[] = [];
try {
  const first = await launch(dataDirectory);
  launched.push(first);
  await checkMainJob(first);
  const operationId = await leaveCallHanging(first);
  await first.killWeb();
  const second = await launch(dataDirectory);
  launched.push(second);
  await checkExpiry(second, operationId);
  await checkStop(second);
} finally {
  for (const { process: child } of launched) child.kill('SIGKILL');
  rmSync(dataDirectory, { recursive: true, force: true });
}
console.log('\n✓ It starts, does the main job, survives kill -9 and stops.');
