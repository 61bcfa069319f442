import { createOpenAiModel, createOpenAiUsage } from '@resumint/ai/openai';
import {
  bareFailure,
  callFor,
  createCallRate,
  createChartHandler,
  createClerkAuthStore,
  createClerkWebhookHandler,
  createExportHandler,
  createHandler,
  createLocalAuthStore,
  explainFailure,
  type CallsOfOne,
  type Dependencies,
} from '@resumint/api';
import { createFollower, createFollowHandler } from '@resumint/api/follower';
import type { Auth } from '@resumint/auth';
import { createClerkAuth } from '@resumint/auth/clerk';
import { createLocalAuth } from '@resumint/auth/local';
import { createPasswordSignIn } from '@resumint/auth/local/passwords';
import { connect, createId, type Database } from '@resumint/drizzle';
import {
  callTimes,
  createDenialCounter,
  createInputMargin,
  createLedger,
  createPriceBook,
  type Ledger,
} from '@resumint/metering';
import { countTokens } from '@resumint/operations';
import { extractText } from '@resumint/resume/extract';
import { createBackground } from './background.ts';
import { clerkSettings } from './clerk/clerk-variables.ts';
import { createGalleryReader, type Gallery } from './gallery/gallery-file.ts';
import { createMail } from './mail/create-mail.ts';
import { report } from './report.ts';
import { environment, simulatedParts, type Environment, type SimulatedPart } from './environment.ts';

const DENIALS_FLUSHED_AFTER_MS = 5_000;

/** What this process is made of. */
export interface Composition {
  db: Database;
  simulated: SimulatedPart[];
  edgeUrl: string | null;
  handler: (request: Request) => Promise<Response>;
  /** Writes the activity of whoever asks as a file. */
  exportActivity: (request: Request) => Promise<Response>;
  /** Writes a chart of whoever asks as CSV. */
  exportChart: (request: Request) => Promise<Response>;
  /** Takes Clerk's events; null where Clerk signs nobody in. */
  clerkWebhooks: ((request: Request) => Promise<Response>) | null;
  /** Follows the ledger once for a scheduler that has the secret; null where no secret is set. */
  follow: ((request: Request) => Promise<Response>) | null;
  /** Calls procedures in this process, for whoever sent these headers. */
  callFor: (headers: Headers) => Promise<CallsOfOne>;
  /** The states that the gallery shows; null where there is none. */
  gallery: (() => Promise<Gallery>) | null;
  /** What a call that failed there is told as. Another bundle has error classes of its own, and knows none of these. */
  explainFailure: typeof explainFailure;
  /** That failure as it may be thrown to Next, which logs all that it is given. */
  bareFailure: typeof bareFailure;
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
  const ledger = createLedger({ db, secret: variables.LEDGER_SECRET, combine: true });
  const clerk = clerkSettings(variables);
  const background = createBackground(report);
  const shutdown = new AbortController();
  const denials = createDenialCounter({ db, flushAfterMs: DENIALS_FLUSHED_AFTER_MS });
  const prices = createPriceBook(db);
  const openAi = {
    apiKey: variables.OPENAI_API_KEY,
    ...(variables.OPENAI_BASE_URL !== undefined && { baseUrl: variables.OPENAI_BASE_URL }),
  };
  const dependencies: Dependencies = {
    db,
    auth: createAuth(variables, { db, ledger }),
    metering: {
      ledger,
      prices,
      model: createOpenAiModel(openAi),
      countTokens,
      inputMargin: createInputMargin(),
      denials,
      times: callTimes(variables.HOLD_SECONDS),
    },
    callRate: createCallRate({ perSecond: variables.CALLS_PER_SECOND }),
    extractText,
    keepAlive: background.add,
    shutdown: shutdown.signal,
    report,
  };
  const follow = variables.FOLLOWER_SECRET
    ? createFollowHandler(
        createFollower({
          db,
          ledger,
          prices,
          findUsage: createOpenAiUsage(openAi),
          sendMail: createMail(variables),
          appOrigin: variables.APP_ORIGIN,
          report,
        }),
        { secret: variables.FOLLOWER_SECRET, signal: shutdown.signal },
      )
    : null;
  return {
    db,
    simulated,
    edgeUrl: variables.EDGE_URL ?? null,
    callFor: (headers) => callFor(dependencies, headers),
    gallery: createGalleryReader(variables.GALLERY_FILE),
    explainFailure,
    bareFailure,
    follow:
      follow &&
      ((request) => {
        const followed = follow(request);
        background.add(followed);
        return followed;
      }),
    handler: createHandler(dependencies, { endpoint: '/api/trpc', origins: [variables.APP_ORIGIN] }),
    exportActivity: createExportHandler(dependencies),
    exportChart: createChartHandler(dependencies),
    clerkWebhooks:
      clerk && createClerkWebhookHandler({ db, ledger, signingSecret: clerk.webhookSecret, report }),
    async shutDown() {
      shutdown.abort();
      background.add(denials.flush());
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
