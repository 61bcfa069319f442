import { inspect } from 'node:util';
import { callFor } from '@resumint/api';
import { describeFailure } from '@resumint/errors';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../test-app.ts';

let app: TestApp;

beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.stop());

it('a page that cannot be rendered throws nothing that a log must not have, and reports what led to it', async () => {
  const { token, userId } = await app.createPerson();
  const headers = new Headers({ authorization: `Bearer ${token}` });
  expect((await callFor(app.dependencies, headers)).identity?.userId).toBe(userId);

  await app.direct.execute(sql`rename table sessions to sessions_away`);
  const failure: unknown = await callFor(app.dependencies, headers).catch((error: unknown) => error);
  await app.direct.execute(sql`rename table sessions_away to sessions`);
  expect(failure).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
  expect(String(failure)).toContain('Our database does not answer');
  // As Next writes it: with every cause and property.
  expect(inspect(failure, { depth: null, showHidden: true })).not.toMatch(new RegExp(`${userId}|select`));
  const [reported] = app.failures;
  expect(inspect(reported, { depth: null })).toContain(userId);
  expect(describeFailure(reported)).not.toContain(userId);
});
