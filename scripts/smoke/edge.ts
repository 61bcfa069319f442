import { strict as assert } from 'node:assert';
import { createClient } from '@resumint/client';
import { askForFault, clientOf, untilHeld } from './crash.ts';
import type { Launched } from './launch.ts';

const LONE_JOB =
  'Ada Lovelace\n\nExperience\nAnalyst, Analytical Engines, 2019 - 2021\nWrote the first program.\n';

/** A call through the edge is metered as any other: its receipt is found in the app. */
export async function checkEdge(launched: Launched): Promise<void> {
  const { receipt } = await callEdge(launched);
  const seen = await clientOf(launched).usage.receipt.query({ operationId: receipt.operationId });
  assert.equal(seen.status, 'settled');
  assert.equal(seen.outcome, 'completed');
  console.log(`Edge: ${seen.charged.tokens} tokens on workerd at ${new URL(launched.edgeUrl).host}.`);
}

/** Has a call run at the edge, and returns its operation once it holds. */
export async function leaveEdgeCallRunning(launched: Launched): Promise<string> {
  await askForFault(launched, { kind: 'slow', delayMs: 50 });
  // What answers it ends under it: whether the answer still comes is of no matter.
  callEdge(launched).catch(() => undefined);
  return untilHeld(launched);
}

/** A call that ran at the edge when the product was asked to stop went on to its end, and is charged what it used. */
export async function checkFinished(launched: Launched, operationId: string): Promise<void> {
  const receipt = await clientOf(launched).usage.receipt.query({ operationId });
  assert.equal(receipt.status, 'settled');
  assert.equal(receipt.outcome, 'completed');
  console.log(
    `Stop: a call at the edge went on to its end, and was charged ${receipt.charged.tokens} tokens.`,
  );
}

async function callEdge({ url, edgeUrl, token }: Launched) {
  const client = createClient({ url: `${url}/api/trpc`, edgeUrl, token });
  const form = new FormData();
  form.set('file', new File([LONE_JOB], 'ada.txt'));
  const { documentId } = await client.documents.upload.mutate(form);
  return client.ai.parseResume.mutate({ documentId });
}
