import { once } from 'node:events';
import { FollowerTask } from './follower-task.ts';
import { FOLLOW_EVERY_MS, openFollower } from './open-follower.ts';
import { untilStopped } from './until-stopped.ts';

const LONGEST_STEP_MS = 30_000;

const signal = untilStopped();
const asked: Promise<unknown[]> = once(process, 'message');
const [task] = await asked;
const follower = await openFollower(FollowerTask.parse(task));
signal.addEventListener('abort', () => setTimeout(() => process.exit(1), LONGEST_STEP_MS).unref());
await follower.loop(signal, FOLLOW_EVERY_MS);
await follower.close();
process.exit(0);
