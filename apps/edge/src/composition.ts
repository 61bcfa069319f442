import { createOpenAiModel } from '@resumint/ai/openai';
import {
  createCallRate,
  createClerkAuthStore,
  createHandler,
  createLocalAuthStore,
  type Dependencies,
} from '@resumint/api';
import type { Auth } from '@resumint/auth';
import { createClerkAuth } from '@resumint/auth/clerk';
import { createLocalAuth } from '@resumint/auth/local';
import { createId, type Database } from '@resumint/drizzle';
import { connectPlanetScale } from '@resumint/drizzle/planetscale';
import { describeFailure } from '@resumint/errors';
import {
  callTimes,
  createDenialCounter,
  createInputMargin,
  createLedger,
  createPriceBook,
  type Ledger,
} from '@resumint/metering';
import { countTokens } from '@resumint/operations';
import { readEnvironment, simulatedParts, type Environment, type SimulatedPart } from './environment.ts';

/**
 * How long Cloudflare lets a worker go on once its response has been sent or its client has left:
 * https://developers.cloudflare.com/workers/runtime-apis/context/#waituntil
 */
const OUTLIVE_MS = 30_000;

/** What this worker is made of. */
interface Composition {
  db: Database;
  simulated: SimulatedPart[];
  /** A handler for one request: what outlives its response is kept alive by that request alone. */
  createRequestHandler: (keepAlive: Dependencies['keepAlive']) => (request: Request) => Promise<Response>;
}

let composed: Composition | undefined;

/** The one composition of this worker, made with its first request: a worker has no bindings before it. */
export async function composition(bindings: Record<string, unknown>): Promise<Composition> {
  // The composition is kept, not its promise: workerd hangs on a promise that another request began.
  return (composed ??= await compose(readEnvironment(bindings)));
}

async function compose(environment: Environment): Promise<Composition> {
  const simulated = simulatedParts(environment);
  const { db } = connectPlanetScale(environment.DATABASE_URL);
  const ledger = createLedger({ db, secret: environment.LEDGER_SECRET });
  const shared = {
    db,
    auth: createAuth(environment, { db, ledger }),
    metering: {
      ledger,
      prices: createPriceBook(db),
      model: createOpenAiModel({
        apiKey: environment.OPENAI_API_KEY,
        ...(environment.OPENAI_BASE_URL !== undefined && { baseUrl: environment.OPENAI_BASE_URL }),
      }),
      countTokens,
      inputMargin: createInputMargin(),
      // Each request writes its own: none may wait for what another began.
      denials: createDenialCounter({ db, flushAfterMs: 0 }),
      times: callTimes(environment.HOLD_SECONDS, { outliveMs: OUTLIVE_MS }),
    },
    callRate: createCallRate({ perSecond: environment.CALLS_PER_SECOND }),
    report,
  };
  const options = { endpoint: '/api/trpc', origins: [environment.APP_ORIGIN] };
  return {
    db,
    simulated,
    createRequestHandler(keepAlive) {
      // A worker is not asked to stop: what it runs is stopped by its client, or with its machine.
      const { signal: shutdown } = new AbortController();
      const dependencies = {
        ...shared,
        shutdown,
        keepAlive: (work: Promise<unknown>) => keepAlive(work.catch(report)),
      };
      return createHandler(dependencies, options);
    },
  };
}

/** Verifies sessions that the web app or Clerk opened. Passwords are checked there: hashing them needs threads. */
function createAuth(environment: Environment, stores: { db: Database; ledger: Ledger }): Auth {
  const { APP_ORIGIN, CLERK_JWT_KEY: jwtKey, SESSION_SECRET: secret } = environment;
  if (jwtKey === undefined) return createLocalAuth({ store: createLocalAuthStore(stores.db), secret });
  return createClerkAuth({
    jwtKey,
    authorizedParties: [APP_ORIGIN],
    store: createClerkAuthStore(stores),
    newUserId: () => createId('user'),
  });
}

function report(error: unknown): void {
  console.error(describeFailure(error));
}
