import { createCallRate, createHandler, createLocalAuthStore, type Dependencies } from '@resumint/api';
import { createLocalAuth, openSession } from '@resumint/auth/local';
import { createClient, type Client } from '@resumint/client';
import { createId, type Database } from '@resumint/drizzle';
import {
  callTimes,
  createDenialCounter,
  createInputMargin,
  createLedger,
  createPriceBook,
} from '@resumint/metering';
import { countTokens } from '@resumint/operations';

/** A person's client of the router, as a server of its own mounts it. */
export interface Served {
  client: Client;
  /** How long the responses since the last time took, from the request to the last byte, in ms. */
  take: () => number[];
}

const ORIGIN = 'http://resumint.benchmark';
/** Somebody who looks at screens without a pause. */
const CALL_RATE = { perSecond: 1_000_000, burst: 1_000_000 };

export async function servePerson(
  db: Database,
  { userId, email, secret }: { userId: string; email: string; secret: string },
): Promise<Served> {
  const store = createLocalAuthStore(db);
  await store.createAccount({ userId, email, role: 'person', passwordHash: '' });
  const { token } = await openSession(
    { store, secret, newSessionId: () => createId('session') },
    { userId, role: 'person' },
  );
  const handler = createHandler(compose(db, secret), { endpoint: '/api/trpc', origins: [ORIGIN] });
  let times: number[] = [];
  const client = createClient({
    url: `${ORIGIN}/api/trpc`,
    token,
    async fetch(input, init) {
      const startedAt = performance.now();
      const response = await handler(new Request(input, init));
      const body = await response.arrayBuffer();
      times.push(performance.now() - startedAt);
      return new Response(body, response);
    },
  });
  const take = () => {
    const taken = times;
    times = [];
    return taken;
  };
  return { client, take };
}

function compose(db: Database, secret: string): Dependencies {
  return {
    db,
    auth: createLocalAuth({ store: createLocalAuthStore(db), secret }),
    metering: {
      ledger: createLedger({ db, secret, combine: true }),
      prices: createPriceBook(db),
      model: () => {
        throw new Error('no model is called to look at usage');
      },
      countTokens,
      inputMargin: createInputMargin(),
      denials: createDenialCounter({ db, flushAfterMs: 1_000 }),
      times: callTimes(120),
    },
    callRate: createCallRate(CALL_RATE),
    keepAlive: () => {},
    shutdown: new AbortController().signal,
    report: (error) => {
      throw error;
    },
  };
}
