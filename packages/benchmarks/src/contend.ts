import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { ContenderReport, type ContenderTask } from './contender-task.ts';

/** Lets processes of their own call at once, and gives what each reports. */
export async function contend(tasks: ContenderTask[]): Promise<ContenderReport[]> {
  const children = tasks.map((task) =>
    fork(fileURLToPath(new URL('./contender.ts', import.meta.url)), [JSON.stringify(task)], { execArgv: [] }),
  );
  await Promise.all(children.map((child) => nextMessage(child)));
  for (const child of children) child.send('go');
  return Promise.all(children.map(async (child) => ContenderReport.parse(await nextMessage(child))));
}

async function nextMessage(child: ChildProcess): Promise<unknown> {
  const message: Promise<unknown[]> = once(child, 'message');
  const [first] = await Promise.race([message, once(child, 'exit').then(endedEarly)]);
  return first;
}

function endedEarly([code]: unknown[]): never {
  throw new Error(`a contending process ended with ${String(code)}`);
}
