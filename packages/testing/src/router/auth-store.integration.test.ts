import { createLocalAuthStore } from '@resumint/api';
import { describeLocalAuthStore } from '@resumint/auth/local/contract';
import type { Database } from '@resumint/drizzle';
import { afterAll, beforeAll, describe } from 'vitest';
import { createTestDatabase, platforms, type TestDatabase } from '../test-database.ts';

describe.each(platforms())('$server.name over $driver', (platform) => {
  let database: TestDatabase;
  let db: Database;

  beforeAll(async () => {
    database = await createTestDatabase(platform);
    ({ db } = await database.open());
  });
  afterAll(() => database.drop());

  describeLocalAuthStore('of the router', () => Promise.resolve(createLocalAuthStore(db)));
});
