import './at-the-edge.ts';
import { readAppError } from '@resumint/client';
import { auditStream, readState } from '@resumint/metering';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { authorization } from '../router/raw-request.ts';
import { expectRefusal } from '../router/refusal.ts';
import { formOf, SHORT_RESUME, uploadFile } from '../router/upload.ts';

const AT_ONCE = 12;
const FITTING = 3;

let app: TestApp;
let person: Person;
let documentId: string;

beforeAll(async () => {
  app = await startTestApp();
  person = await app.createPerson();
  documentId = await uploadFile(person.client, SHORT_RESUME);
});
afterAll(() => app.stop());

it('the first requests of a worker, which come at once, are all answered', async () => {
  const answers = await Promise.all(Array.from({ length: 4 }, () => person.client.account.me.query()));
  expect(new Set(answers.map(({ userId }) => userId))).toEqual(new Set([person.userId]));
});

it('calls of several people at once are all answered, while prices are read for the first time', async () => {
  const people = await Promise.all(Array.from({ length: 4 }, () => app.createPerson()));
  const receipts = await Promise.all(
    people.map(async ({ client }) => {
      const theirs = await uploadFile(client, SHORT_RESUME);
      return (await client.ai.parseResume.mutate({ documentId: theirs })).receipt;
    }),
  );
  expect(receipts.map(({ outcome }) => outcome)).toEqual(people.map(() => 'completed'));
});

it('many calls of one person at once admit exactly what fits', async () => {
  const { client, email, userId } = person;
  const { atMost } = await client.ai.quote.query({ operation: 'resume.parse', documentId });
  const admin = await app.createPerson({ role: 'admin' });
  const limits = { tokensPerDay: BigInt(FITTING * atMost.tokens) };
  await admin.client.limits.setFor.mutate({ email, limits, maxInFlight: 32 });
  // None ends before the last is decided on, so that what is held alone decides.
  app.simulator.fault(app.modelKey, ...Array.from({ length: FITTING }, () => ({ kind: 'hang' as const })));

  const outcomes = Array.from({ length: AT_ONCE }, () =>
    client.ai.parseResume.mutate({ documentId }).then(
      ({ receipt }) => receipt.outcome,
      (error: unknown) => readAppError(error)?.code ?? error,
    ),
  );
  let denied = 0;
  for (const outcome of outcomes) void outcome.then((code) => (denied += code === 'limit_reached' ? 1 : 0));
  await expect.poll(() => denied, { timeout: 30_000 }).toBe(AT_ONCE - FITTING);
  await expect.poll(() => app.simulator.hanging(app.modelKey), { timeout: 30_000 }).toBe(FITTING);
  app.simulator.release(app.modelKey);
  const ended = await Promise.all(outcomes);
  expect(ended.filter((outcome) => outcome === 'completed')).toHaveLength(FITTING);

  await app.settled();
  const { ledger } = app.dependencies.metering;
  const { state } = await readState(ledger, userId);
  expect(state.day.held).toEqual({ tokens: 0, costNanos: 0n });
  expect(BigInt(state.day.spent.tokens)).toBeLessThanOrEqual(limits.tokensPerDay);
  expect((await auditStream(ledger, userId)).findings).toEqual([]);
});

it('what only Node can do is refused', async () => {
  const credentials = { email: person.email, password: 'a long enough password' };
  await expectRefusal('bad_input', app.client().account.signIn.mutate(credentials));
  const upload = await fetch(`${app.edgeUrl}/api/trpc/documents.upload`, {
    method: 'POST',
    body: formOf(SHORT_RESUME),
    headers: authorization(person),
  });
  expect(upload.status).toBe(400);
  expect(await upload.text()).toContain('cannot be uploaded at this address');
});

it('a worker says that it can serve, and what of it is simulated', async () => {
  const response = await fetch(`${app.edgeUrl}/health`);
  expect(await response.json()).toEqual({
    status: 'ok',
    database: 'migrated',
    simulated: ['model', 'sign-in'],
  });
});
