import { createOpenAiModel } from '@resumint/ai/openai';
import {
  callFor,
  createHandler,
  createLocalAuthStore,
  type CallsOfOne,
  type Dependencies,
} from '@resumint/api';
import { createLocalAuth } from '@resumint/auth/local';
import { createPasswordSignIn } from '@resumint/auth/local/passwords';
import { connect, createId, type Database } from '@resumint/drizzle';
import { callTimes, createLedger, createPriceBook } from '@resumint/metering';
import { countTokens } from '@resumint/operations';
import { extractText } from '@resumint/resume/extract';
import { createBackground } from './background.ts';
import { report } from './report.ts';
import { environment, simulatedParts, type Environment, type SimulatedPart } from './environment.ts';

/** What this process is made of. */
export interface Composition {
  db: Database;
  simulated: SimulatedPart[];
  edgeUrl: string | null;
  handler: (request: Request) => Promise<Response>;
  /** Calls procedures in this process, for whoever sent these headers. */
  callFor: (headers: Headers) => Promise<CallsOfOne>;
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
  const background = createBackground(report);
  const shutdown = new AbortController();
  const dependencies: Dependencies = {
    db,
    auth: createAuth(db, variables.SESSION_SECRET),
    metering: {
      ledger: await createLedger({ db, secret: variables.LEDGER_SECRET }),
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
    handler: createHandler(dependencies, { endpoint: '/api/trpc', origins: [variables.APP_ORIGIN] }),
    async shutDown() {
      shutdown.abort();
      await background.settled();
      await close();
    },
  };
}

function createAuth(db: Database, secret: string) {
  const options = {
    store: createLocalAuthStore(db),
    secret,
    newUserId: () => createId('user'),
    newSessionId: () => createId('session'),
  };
  return { ...createLocalAuth(options), passwords: createPasswordSignIn(options) };
}
