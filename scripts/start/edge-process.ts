import { once } from 'node:events';
import { startEdge } from '@resumint/local-stack';
import { EdgeTask, type EdgeReady } from './edge-messages.ts';

const LONGEST_SETTLING_MS = 30_000;

// The parent closes the channel to end this process, and its own end closes it too. Miniflare takes SIGTERM for itself,
// and ends workerd at once.
const parentGone: Promise<unknown[]> = once(process, 'disconnect');
const asked: Promise<unknown[]> = once(process, 'message');
const [task] = await Promise.race([asked, parentGone]);
const edge = await startEdge({ ...EdgeTask.parse(task), log: (line) => console.error(line) });
process.send?.({ url: edge.url } satisfies EdgeReady);
await parentGone;

// Calls that run go on to their end: a worker cannot be asked to stop them.
setTimeout(() => process.exit(1), LONGEST_SETTLING_MS).unref();
await edge.settled();
await edge.stop();
process.exit(0);
