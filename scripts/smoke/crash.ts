import { strict as assert } from 'node:assert';
import { createClient } from '@resumint/client';
import type { Launched } from './launch.ts';
import { FIXTURE, ParseOutput } from './main-job.ts';

const WAIT_MS = 90_000;
const PAUSE_MS = 250;

/** Has a call run, against a model with a fault, and returns its operation once it holds. */
export async function leaveCallRunning(
  launched: Launched,
  fault: { kind: 'hang' } | { kind: 'slow'; delayMs: number },
): Promise<string> {
  await liftLimits(launched);
  await askForFault(launched, fault);
  // Its server ends under it; what it prints is of no matter.
  void launched.cli('parse', FIXTURE, '--json');
  return untilHeld(launched);
}

/** Waits until the newest call holds, and gives its operation. */
export function untilHeld(launched: Launched): Promise<string> {
  return until(async () => {
    const [newest] = (await clientOf(launched).usage.list.query({ limit: 1 })).receipts;
    return newest?.status === 'held' ? newest.operationId : undefined;
  });
}

/** The hold of a process that is gone is charged in full as an estimate, and the next call is admitted. */
export async function checkExpiry(launched: Launched, operationId: string): Promise<void> {
  const client = clientOf(launched);
  await until(async () => {
    const { inFlight } = await client.usage.summary.query();
    return inFlight.running === 0 ? true : undefined;
  });
  const next = await launched.cli('parse', FIXTURE, '--json');
  assert.equal(next.code, 0, next.errors);
  ParseOutput.parse(JSON.parse(next.output));
  const receipt = await client.usage.receipt.query({ operationId });
  assert.equal(receipt.status, 'expired');
  assert.equal(receipt.isEstimated, true);
  assert.deepEqual(receipt.charged, receipt.held);
  console.log(`Crash: its hold of ${receipt.held.tokens} tokens expired and is charged as an estimate.`);
}

async function liftLimits({ url, adminPassword }: Launched): Promise<void> {
  const anyone = createClient({ url: `${url}/api/trpc` });
  const { token } = await anyone.account.signIn.mutate({
    email: 'admin@resumint.local',
    password: adminPassword,
  });
  const admin = createClient({ url: `${url}/api/trpc`, token });
  const limits = { tokensPerDay: null, tokensPerMonth: null };
  await admin.limits.setFor.mutate({ email: 'demo@resumint.local', limits });
}

export async function askForFault({ simulator }: Launched, fault: object): Promise<void> {
  const response = await fetch(new URL('/simulator/faults', simulator.url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ key: simulator.key, faults: [fault] }),
  });
  assert.equal(response.status, 200, await response.text());
}

export function clientOf({ url, token }: Launched) {
  return createClient({ url: `${url}/api/trpc`, token });
}

async function until<Value>(look: () => Promise<Value | undefined>): Promise<Value> {
  const givenUpAt = performance.now() + WAIT_MS;
  while (performance.now() < givenUpAt) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  throw new Error('What was waited for did not come about.');
}
