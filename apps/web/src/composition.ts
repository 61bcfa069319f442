import { createOpenAiModel } from '@resumint/ai/openai';
import { createHandler, createLocalAuthStore, type Dependencies } from '@resumint/api';
import { createLocalAuth } from '@resumint/auth/local';
import { createPasswordSignIn } from '@resumint/auth/local/passwords';
import { connect, createId, type Database } from '@resumint/drizzle';
import { callTimes, createLedger, createPriceBook } from '@resumint/metering';
import { countTokens } from '@resumint/operations';
import { extractText } from '@resumint/resume/extract';
import { createBackground } from './background.ts';
import { report } from './report.ts';
import { readEnvironment, simulatedParts, type Environment, type SimulatedPart } from './environment.ts';

/** What this process is made of. */
export interface Composition {
  db: Database;
  simulated: SimulatedPart[];
  handler: (request: Request) => Promise<Response>;
  /** Lets running calls settle what has arrived, and waits for what outlives its response. */
  shutDown: () => Promise<void>;
}

declare global {
  var resumintComposition: Promise<Composition> | undefined;
}

/** The one composition of this process: Next loads this module once for each of its bundles. */
export function composition(): Promise<Composition> {
  return (globalThis.resumintComposition ??= compose(readEnvironment(process.env)));
}

async function compose(environment: Environment): Promise<Composition> {
  const simulated = simulatedParts(environment);
  const { db, close } = await connect(environment.DATABASE_URL);
  const background = createBackground(report);
  const shutdown = new AbortController();
  const dependencies: Dependencies = {
    db,
    auth: createAuth(db, environment.SESSION_SECRET),
    metering: {
      ledger: await createLedger({ db, secret: environment.LEDGER_SECRET }),
      prices: createPriceBook(db),
      model: createOpenAiModel({
        apiKey: environment.OPENAI_API_KEY,
        ...(environment.OPENAI_BASE_URL !== undefined && { baseUrl: environment.OPENAI_BASE_URL }),
      }),
      countTokens,
      times: callTimes(environment.HOLD_SECONDS),
    },
    extractText,
    keepAlive: background.add,
    shutdown: shutdown.signal,
    report,
  };
  return {
    db,
    simulated,
    handler: createHandler(dependencies, { endpoint: '/api/trpc' }),
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
