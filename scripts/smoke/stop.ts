import { strict as assert } from 'node:assert';
import { clientOf } from './crash.ts';
import type { Launched } from './launch.ts';

/** SIGTERM ends it with success, and nothing answers at its address any more. */
export async function stop(launched: Launched): Promise<void> {
  assert.equal(await launched.stop(), 0);
  await assert.rejects(fetch(`${launched.url}/api/health`));
}

/** A call that ran when it was asked to stop was settled by what had arrived, and holds nothing. */
export async function checkSettled(launched: Launched, operationId: string): Promise<void> {
  const client = clientOf(launched);
  const receipt = await client.usage.receipt.query({ operationId });
  assert.equal(receipt.status, 'settled');
  assert.equal(receipt.outcome, 'stopped');
  assert.ok(receipt.charged.tokens < receipt.held.tokens, 'all that was held is charged');
  assert.equal((await client.usage.summary.query()).inFlight.running, 0);
  console.log(
    `Stop: a running call was settled at ${receipt.charged.tokens} of ${receipt.held.tokens} held tokens.`,
  );
}
