import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import type { Launched } from './launch.ts';

/** SIGTERM ends it with success, and nothing answers at its address any more. */
export async function checkStop({ process: child, url }: Launched): Promise<void> {
  child.kill('SIGTERM');
  const exit: unknown[] = await once(child, 'exit');
  assert.equal(exit[0], 0);
  await assert.rejects(fetch(`${url}/api/health`));
}
