import './at-the-edge.ts';
import { readAppError } from '@resumint/client';
import { denials } from '@resumint/drizzle';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type Person, type TestApp } from '../test-app.ts';
import { kindsOf } from '../router/entries.ts';
import { expectRefusal } from '../router/refusal.ts';
import { SHORT_RESUME, uploadFile } from '../router/upload.ts';

const AT_ONCE = 10;
const FLOOD = 40;

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('each denied call of many at once is counted by its own request, and writes nothing else', async () => {
  const { client, userId } = await app.createPerson();
  const documentId = await uploadFile(client, SHORT_RESUME);
  await client.limits.lower.mutate({ tokensPerDay: 0n });
  const refuse = () => expectRefusal('not_granted', client.ai.parseResume.mutate({ documentId }));
  await Promise.all(Array.from({ length: AT_ONCE }, refuse));
  await app.settled();
  expect(await app.db.select().from(denials).where(eq(denials.userId, userId))).toMatchObject([
    { limitName: 'tokensPerDay', operation: 'resume.parse', count: AT_ONCE },
  ]);
  expect(await kindsOf(app.db, userId)).toEqual(['open', 'terms']);
});

it('a flood of one person is refused with 429, and leaves others alone', async () => {
  const slow = await startTestApp({ edgeBindings: { CALLS_PER_SECOND: '0.1' } });
  try {
    const [flooding, other] = [await slow.createPerson(), await slow.createPerson()];
    const codes = await Promise.all(Array.from({ length: FLOOD }, () => codeOf(flooding)));
    expect(new Set(codes)).toEqual(new Set(['answered', 'too_many_requests']));
    expect((await other.client.account.me.query()).userId).toBe(other.userId);
  } finally {
    await slow.stop();
  }
});

function codeOf({ client }: Person): Promise<string | undefined> {
  return client.account.me.query().then(
    () => 'answered',
    (error: unknown) => readAppError(error)?.code,
  );
}
