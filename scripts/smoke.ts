import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkExpiry, leaveCallRunning } from './smoke/crash.ts';
import { checkEdge, checkFinished, leaveEdgeCallRunning } from './smoke/edge.ts';
import { launch, type Launched } from './smoke/launch.ts';
import { checkMainJob } from './smoke/main-job.ts';
import { checkOperating } from './smoke/operate.ts';
import { checkSettled, stop } from './smoke/stop.ts';

// The product as a new person starts it, from data of its own: the main job, a crash, and the end.
const dataDirectory = mkdtempSync(join(tmpdir(), 'resumint-smoke-'));
const launches: Launched[] = [];
const launchNext = async () => {
  const launched = await launch(dataDirectory);
  launches.push(launched);
  return launched;
};
try {
  const first = await launchNext();
  await checkMainJob(first);
  await checkEdge(first);
  const killed = await leaveCallRunning(first, { kind: 'hang' });
  await first.killWeb();

  const second = await launchNext();
  await checkExpiry(second, killed);
  const stopped = await leaveCallRunning(second, { kind: 'slow', delayMs: 200 });
  await stop(second);

  const third = await launchNext();
  await checkSettled(third, stopped);
  const atEdge = await leaveEdgeCallRunning(third);
  await stop(third);

  const fourth = await launchNext();
  await checkFinished(fourth, atEdge);
  await checkOperating(fourth);
  await stop(fourth);
} finally {
  for (const { process: child } of launches) child.kill('SIGKILL');
  rmSync(dataDirectory, { recursive: true, force: true });
}
console.log(
  '\n✓ It starts, does the main job, survives kill -9, settles what runs when it stops, and can be operated.',
);
