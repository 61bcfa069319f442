import { randomBytes } from 'node:crypto';
import { createOpenAiModel } from '@resumint/ai/openai';
import { createHandler, createLocalAuthStore, type Dependencies } from '@resumint/api';
import { createLocalAuth, openSession } from '@resumint/auth/local';
import { createPasswordSignIn } from '@resumint/auth/local/passwords';
import { createClient, type Client } from '@resumint/client';
import { createId, type ConnectOptions, type Database } from '@resumint/drizzle';
import { startOpenAiSimulator, type OpenAiSimulator } from '@resumint/local-stack';
import {
  callTimes,
  createLedger,
  createPriceBook,
  defaultTerms,
  openStream,
  type CallTimes,
} from '@resumint/metering';
import { countTokens } from '@resumint/operations';
import { extractText } from '@resumint/resume/extract';
import { anyPlatform, createTestDatabase, type Platform } from './test-database.ts';

export interface TestAppOptions extends ConnectOptions {
  platform?: Platform;
  times?: Partial<CallTimes>;
  tokensPerSecond?: number;
}

export interface Person {
  userId: string;
  email: string;
  token: string;
  client: Client;
}

/** The whole product but its pages, composed as the mounts compose it, on a database of its own. */
export interface TestApp {
  db: Database;
  dependencies: Dependencies;
  handler: (request: Request) => Promise<Response>;
  simulator: OpenAiSimulator;
  /** The key that faults of the simulator are asked for with. */
  modelKey: string;
  client(token?: string): Client;
  /** A person with a usage record, signed in without the work of a password. */
  createPerson(as?: { role?: 'person' | 'admin'; zone?: string }): Promise<Person>;
  /** Waits for what outlives its response: drained streams, kept answers. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

const ORIGIN = 'http://resumint.test';

export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { platform = anyPlatform(), times, tokensPerSecond, ...connectOptions } = options;
  const database = await createTestDatabase(platform);
  const { db } = await database.open(connectOptions);
  const simulator = await startOpenAiSimulator({ ...(tokensPerSecond !== undefined && { tokensPerSecond }) });
  const modelKey = `sk-simulated-${randomBytes(8).toString('hex')}`;
  const secret = randomBytes(32).toString('hex');
  const store = createLocalAuthStore(db);
  const ids = { newUserId: () => createId('user'), newSessionId: () => createId('session') };
  const background = new Set<Promise<unknown>>();
  const failures: unknown[] = [];

  const dependencies: Dependencies = {
    db,
    auth: {
      ...createLocalAuth({ store, secret }),
      passwords: createPasswordSignIn({ store, secret, ...ids }),
    },
    metering: {
      ledger: await createLedger({ db, secret }),
      prices: createPriceBook(db),
      model: createOpenAiModel({ apiKey: modelKey, baseUrl: simulator.url }),
      countTokens,
      times: { ...callTimes(120), ...times },
    },
    extractText,
    keepAlive: (work) => {
      const tracked = work
        .catch((error: unknown) => failures.push(error))
        .finally(() => background.delete(tracked));
      background.add(tracked);
    },
    shutdown: new AbortController().signal,
    report: (error) => failures.push(error),
  };
  const handler = createHandler(dependencies, { endpoint: '/api/trpc' });
  const client = (token?: string) =>
    createClient({
      url: `${ORIGIN}/api/trpc`,
      ...(token !== undefined && { token }),
      fetch: (input, init) => handler(new Request(input, init)),
    });

  return {
    db,
    dependencies,
    handler,
    simulator,
    modelKey,
    client,
    async createPerson({ role = 'person', zone = 'UTC' } = {}) {
      const userId = createId('user');
      const email = `${userId}@example.com`;
      await store.createAccount({ userId, email, role, passwordHash: 'none' });
      await openStream(dependencies.metering.ledger, userId, defaultTerms(zone));
      const { token } = await openSession({ store, secret, ...ids }, { userId, role });
      return { userId, email, token, client: client(token) };
    },
    async settled() {
      while (background.size > 0) await Promise.all(background);
    },
    async stop() {
      await simulator.stop();
      await database.drop();
    },
  };
}
