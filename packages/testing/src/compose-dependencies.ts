import { createOpenAiModel } from '@resumint/ai/openai';
import { createLocalAuthStore, type Dependencies } from '@resumint/api';
import { createLocalAuth } from '@resumint/auth/local';
import { createPasswordSignIn } from '@resumint/auth/local/passwords';
import { createId, type Database } from '@resumint/drizzle';
import { callTimes, createLedger, createPriceBook, type CallTimes } from '@resumint/metering';
import { countTokens } from '@resumint/operations';
import { extractText } from '@resumint/resume/extract';

/** What processes that serve the same people have in common. */
export interface Shared {
  databaseUrl: string;
  secret: string;
  modelUrl: string;
  modelKey: string;
}

export interface Composition
  extends Omit<Shared, 'databaseUrl'>, Pick<Dependencies, 'keepAlive' | 'shutdown' | 'report'> {
  db: Database;
  times?: Partial<CallTimes> | undefined;
  /** Hears of every call to the model, before it is sent. */
  onModelCall?: (() => void) | undefined;
}

export const sessionIds = { newUserId: () => createId('user'), newSessionId: () => createId('session') };

/** The router's dependencies as the mounts compose them, with the model simulated. */
export async function composeDependencies({
  db,
  secret,
  modelUrl,
  modelKey,
  times,
  onModelCall,
  ...process
}: Composition): Promise<Dependencies> {
  const store = createLocalAuthStore(db);
  const model = createOpenAiModel({ apiKey: modelKey, baseUrl: modelUrl });
  return {
    db,
    auth: {
      ...createLocalAuth({ store, secret }),
      passwords: createPasswordSignIn({ store, secret, ...sessionIds }),
    },
    metering: {
      ledger: await createLedger({ db, secret }),
      prices: createPriceBook(db),
      model: (request, signal) => {
        onModelCall?.();
        return model(request, signal);
      },
      countTokens,
      times: { ...callTimes(120), ...times },
    },
    extractText,
    ...process,
  };
}
