import { createOpenAiModel } from '@resumint/ai/openai';
import {
  callFor,
  createClerkAuthStore,
  createClerkWebhookHandler,
  createHandler,
  createLocalAuthStore,
  explainFailure,
  type CallsOfOne,
  type Dependencies,
} from '@resumint/api';
import type { Auth } from '@resumint/auth';
import { createClerkAuth } from '@resumint/auth/clerk';
import { createLocalAuth } from '@resumint/auth/local';
import { createPasswordSignIn } from '@resumint/auth/local/passwords';
import { connect, createId, type Database } from '@resumint/drizzle';
import { callTimes, createLedger, createPriceBook, type Ledger } from '@resumint/metering';
import { countTokens } from '@resumint/operations';
import { extractText } from '@resumint/resume/extract';
import { createBackground } from './background.ts';
import { clerkSettings } from './clerk/clerk-variables.ts';
import { report } from './report.ts';
import { environment, simulatedParts, type Environment, type SimulatedPart } from './environment.ts';

/** What this process is made of. */
export interface Composition {
  db: Database;
  simulated: SimulatedPart[];
  edgeUrl: string | null;
  handler: (request: Request) => Promise<Response>;
  /** Takes Clerk's events; null where Clerk signs nobody in. */
  clerkWebhooks: ((request: Request) => Promise<Response>) | null;
  /** Calls procedures in this process, for whoever sent these headers. */
  callFor: (headers: Headers) => Promise<CallsOfOne>;
  /** What a call that failed there is told as. Another bundle has error classes of its own, and knows none of these. */
  explainFailure: typeof explainFailure;
  /** Lets running calls settle what has arrived, and waits for what outlives its response. */
  shutDown: () => Promise<void>;
}

declare global {
  var resumintComposition: Promise<Composition> | undefined;
}

/** The one composition of this process: Next loads this module once for each of its bundles. */
export function composition(): Promise<Composition> {
  return (globalThis.resumintComposition ??= compose(environment()));
}

async function compose(variables: Environment): Promise<Composition> {
  const simulated = simulatedParts(variables);
  const { db, close } = await connect(variables.DATABASE_URL);
  const ledger = await createLedger({ db, secret: variables.LEDGER_SECRET });
  const clerk = clerkSettings(variables);
  const background = createBackground(report);
  const shutdown = new AbortController();
  const dependencies: Dependencies = {
    db,
    auth: createAuth(variables, { db, ledger }),
    metering: {
      ledger,
      prices: createPriceBook(db),
      model: createOpenAiModel({
        apiKey: variables.OPENAI_API_KEY,
        ...(variables.OPENAI_BASE_URL !== undefined && { baseUrl: variables.OPENAI_BASE_URL }),
      }),
      countTokens,
      times: callTimes(variables.HOLD_SECONDS),
    },
    extractText,
    keepAlive: background.add,
    shutdown: shutdown.signal,
    report,
  };
  return {
    db,
    simulated,
    edgeUrl: variables.EDGE_URL ?? null,
    callFor: (headers) => callFor(dependencies, headers),
    explainFailure,
    handler: createHandler(dependencies, { endpoint: '/api/trpc', origins: [variables.APP_ORIGIN] }),
    clerkWebhooks:
      clerk && createClerkWebhookHandler({ db, ledger, signingSecret: clerk.webhookSecret, report }),
    async shutDown() {
      shutdown.abort();
      await background.settled();
      await close();
    },
  };
}

function createAuth(variables: Environment, stores: { db: Database; ledger: Ledger }): Auth {
  const clerk = clerkSettings(variables);
  return clerk
    ? createClerkAuth({
        jwtKey: clerk.jwtKey,
        authorizedParties: [variables.APP_ORIGIN],
        store: createClerkAuthStore(stores),
        newUserId: () => createId('user'),
      })
    : createOwnAuth(stores.db, variables.SESSION_SECRET);
}

function createOwnAuth(db: Database, secret: string): Auth {
  const options = {
    store: createLocalAuthStore(db),
    secret,
    newUserId: () => createId('user'),
    newSessionId: () => createId('session'),
  };
  return { ...createLocalAuth(options), passwords: createPasswordSignIn(options) };
}
