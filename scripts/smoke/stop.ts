import { strict as assert } from 'node:assert';
import { once } from 'node:events';
import type { Launched } from './launch.ts';

/** SIGTERM ends it with success, and nothing answers at its address any more. */
export async function checkStop({ process: child, url }: Launched): Promise<void> {
  child.kill('SIGTERM');
  const [code] = (await once(child, 'exit')) as [number | null];
  assert.equal(code, 0);
  await assert.rejects(fetch(`${url}/api/health`));
}
