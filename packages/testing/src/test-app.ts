import { randomBytes } from 'node:crypto';
import { createHandler, createLocalAuthStore, type CallRateOptions, type Dependencies } from '@resumint/api';
import { openSession } from '@resumint/auth/local';
import { createClient, type Client } from '@resumint/client';
import { createId, type ConnectOptions, type Database } from '@resumint/drizzle';
import { startOpenAiSimulator, type OpenAiSimulator } from '@resumint/local-stack';
import { defaultTerms, openStream, type CallTimes } from '@resumint/metering';
import { composeDependencies, sessionIds, type Shared } from './compose-dependencies.ts';
import { currentMount, ORIGIN } from './mount.ts';
import { mountEdge } from './mount-edge.ts';
import { anyPlatform, createTestDatabase, edgePlatform, type Platform } from './test-database.ts';
import { zoneAtNoon } from './zone-at-noon.ts';

export interface TestAppOptions extends ConnectOptions {
  platform?: Platform;
  /** Of this process: the edge has its own. */
  times?: Partial<CallTimes>;
  tokensPerSecond?: number;
  /** Of this process: the edge has the product's own. */
  callRate?: CallRateOptions;
  /** Of the worker, beside those that it cannot do without. */
  edgeBindings?: Record<string, string>;
  /** Hears of every call to the model from this process, before it is sent. */
  onModelCall?: () => void;
  /** Passwords take the work that they take in the product. */
  hasFullPasswordWork?: boolean;
}

export interface Person {
  userId: string;
  email: string;
  token: string;
  client: Client;
}

/** The whole product but its pages, as the mounts compose it, on a database of its own. */
export interface TestApp {
  /** The product's own, whose statements are recorded: a test that looks through it names the user. */
  db: Database;
  /** For what a test does to the database, and no product would. */
  direct: Database;
  dependencies: Dependencies;
  handler: (request: Request) => Promise<Response>;
  /** Where the worker is reached without `handler`; null on Node. */
  edgeUrl: string | null;
  simulator: OpenAiSimulator;
  /** The key that faults of the simulator are asked for with. */
  modelKey: string;
  /** What a process beside this one composes itself from. */
  shared: Shared;
  /** Errors that no person was told about, and failures of work in the background. */
  failures: readonly unknown[];
  client(token?: string): Client;
  /** A person with a usage record, signed in without the work of a password. */
  createPerson(as?: { role?: 'person' | 'admin'; zone?: string }): Promise<Person>;
  /** Round trips to the database so far; null where the driver does not speak HTTP. */
  roundTrips(): number | null;
  /** Asks the app to stop, as SIGTERM does. */
  shutDown(): void;
  /** Waits for what outlives its response: drained streams, kept answers. */
  settled(): Promise<void>;
  stop(): Promise<void>;
}

export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const mount = currentMount();
  const {
    platform = mount === 'edge' ? edgePlatform() : anyPlatform(),
    times,
    tokensPerSecond,
    callRate,
    onModelCall,
    hasFullPasswordWork,
    edgeBindings = {},
    ...connectOptions
  } = options;
  const database = await createTestDatabase(platform);
  const { db } = await database.open(connectOptions);
  const simulator = await startOpenAiSimulator({
    record: true,
    ...(tokensPerSecond !== undefined && { tokensPerSecond }),
  });
  const shared: Shared = {
    databaseUrl: database.url,
    secret: randomBytes(32).toString('hex'),
    modelUrl: simulator.url,
    modelKey: `sk-simulated-${randomBytes(8).toString('hex')}`,
  };
  const { secret, modelKey } = shared;
  const store = createLocalAuthStore(db);
  const background = new Set<Promise<unknown>>();
  const failures: unknown[] = [];
  const shutdown = new AbortController();

  const dependencies = await composeDependencies({
    db,
    ...shared,
    times,
    callRate,
    onModelCall,
    hasFullPasswordWork,
    keepAlive: (work) => {
      const tracked = work
        .catch((error: unknown) => failures.push(error))
        .finally(() => background.delete(tracked));
      background.add(tracked);
    },
    shutdown: shutdown.signal,
    report: (error) => failures.push(error),
  });
  const onNode = createHandler(dependencies, { endpoint: '/api/trpc', origins: [ORIGIN] });
  const edge =
    mount === 'edge'
      ? await mountEdge(shared, { onNode, log: (line) => failures.push(line), bindings: edgeBindings })
      : null;
  const handler = edge?.handler ?? onNode;
  const client = (token?: string) =>
    createClient({
      url: `${ORIGIN}/api/trpc`,
      ...(token !== undefined && { token }),
      fetch: (input, init) => handler(new Request(input, init)),
    });

  return {
    db,
    direct: database.direct,
    dependencies,
    handler,
    edgeUrl: edge?.url ?? null,
    simulator,
    modelKey,
    shared,
    failures,
    client,
    async createPerson({ role = 'person', zone = zoneAtNoon() } = {}) {
      const userId = createId('user');
      const email = `${userId}@example.com`;
      await store.createAccount({ userId, email, role, passwordHash: 'none' });
      await openStream(dependencies.metering.ledger, userId, defaultTerms(zone));
      const { token } = await openSession({ store, secret, ...sessionIds }, { userId, role });
      return { userId, email, token, client: client(token) };
    },
    roundTrips: () => database.roundTrips(),
    shutDown: () => shutdown.abort(),
    async settled() {
      while (background.size > 0) await Promise.all(background);
      await edge?.settled();
    },
    async stop() {
      await edge?.stop();
      await simulator.stop();
      await dependencies.metering.denials.flush();
      await database.drop();
    },
  };
}
