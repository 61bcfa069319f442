import { createClient } from '@resumint/client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ORIGIN } from '../mount.ts';
import { mountEdge } from '../mount-edge.ts';
import { kindsOf } from '../router/entries.ts';
import { expectRefusal } from '../router/refusal.ts';
import { edgePlatform } from '../test-database.ts';
import { deletedEvent, sessionEvent } from './clerk-events.ts';
import { startClerkApp, type ClerkApp } from './start-clerk-app.ts';

let clerk: ClerkApp;
let edge: Awaited<ReturnType<typeof mountEdge>>;
const failures: string[] = [];

beforeAll(async () => {
  clerk = await startClerkApp({ platform: edgePlatform() });
  edge = await mountEdge(clerk.app.shared, {
    onNode: clerk.handler,
    log: (line) => failures.push(line),
    bindings: { CLERK_JWT_KEY: clerk.jwtKey, ALLOW_SIMULATED: 'model' },
  });
});
afterAll(async () => {
  await edge.stop();
  await clerk.stop();
});

const clientOf = (token: string) =>
  createClient({
    url: `${ORIGIN}/api/trpc`,
    token,
    fetch: (input, init) => edge.handler(new Request(input, init)),
  });

it('a worker knows who has signed in with Clerk, and meets them first as Node does', async () => {
  const { token, client } = await clerk.signIn();
  const seen = await Promise.all(Array.from({ length: 4 }, () => clientOf(token).account.me.query()));
  const { userId } = await client.account.me.query();
  expect(new Set(seen.map((me) => me.userId))).toEqual(new Set([userId]));
  expect(await kindsOf(clerk.app.db, userId)).toEqual(['open']);
});

it('a worker refuses a token that was changed, a session that has ended, and a deleted person', async () => {
  const [forged, ended, deleted] = [await clerk.signIn(), await clerk.signIn(), await clerk.signIn()];
  const changed = `${forged.token.slice(0, -4)}AAAA`;
  await clerk.receive(clerk.signed(sessionEvent('session.ended', ended)));
  await clerk.receive(clerk.signed(deletedEvent(deleted.subject)));
  for (const token of [changed, ended.token, deleted.token]) {
    await expectRefusal('unauthenticated', clientOf(token).account.me.query());
  }
  expect(await clientOf(forged.token).account.me.query()).toMatchObject({ role: 'person' });
});

it('a worker whose people Clerk signs in has no simulated sign-in', async () => {
  const response = await fetch(`${edge.url}/health`);
  expect(await response.json()).toMatchObject({ simulated: ['model'] });
});

it('nothing of this is a failure that a worker reports', () => expect(failures).toEqual([]));
