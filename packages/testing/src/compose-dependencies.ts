import { createOpenAiModel } from '@resumint/ai/openai';
import { createCallRate, createLocalAuthStore, type CallRateOptions, type Dependencies } from '@resumint/api';
import { createLocalAuth } from '@resumint/auth/local';
import { createPasswordSignIn } from '@resumint/auth/local/passwords';
import { createId, type Database } from '@resumint/drizzle';
import {
  callTimes,
  createDenialCounter,
  createInputMargin,
  createLedger,
  createPriceBook,
  type CallTimes,
} from '@resumint/metering';
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
  callRate?: CallRateOptions | undefined;
  /** Hears of every call to the model, before it is sent. */
  onModelCall?: (() => void) | undefined;
  /** Passwords take the work that they take in the product. */
  hasFullPasswordWork?: boolean | undefined;
}

/** Tests of other things call faster than a person may. */
const AS_FAST_AS_TESTS: CallRateOptions = { perSecond: 1_000_000, burst: 1_000_000 };
/** A hundredth of the product's. */
const LITTLE_WORK = { costLog2: 10, blockSize: 8, parallelization: 1 };
/** Longer than any test: a test that looks at counts has them flushed. */
const DENIALS_FLUSHED_AFTER_MS = 3_600_000;

export const sessionIds = { newUserId: () => createId('user'), newSessionId: () => createId('session') };

/** The router's dependencies as the mounts compose them, with the model simulated. */
export async function composeDependencies({
  db,
  secret,
  modelUrl,
  modelKey,
  times,
  callRate,
  onModelCall,
  hasFullPasswordWork = false,
  ...process
}: Composition): Promise<Dependencies> {
  const store = createLocalAuthStore(db);
  const model = createOpenAiModel({ apiKey: modelKey, baseUrl: modelUrl });
  return {
    db,
    auth: {
      ...createLocalAuth({ store, secret }),
      passwords: createPasswordSignIn({
        store,
        secret,
        ...sessionIds,
        ...(!hasFullPasswordWork && { work: LITTLE_WORK }),
      }),
    },
    metering: {
      ledger: createLedger({ db, secret, combine: true }),
      prices: createPriceBook(db),
      model: (request, signal) => {
        onModelCall?.();
        return model(request, signal);
      },
      countTokens,
      inputMargin: createInputMargin(),
      denials: createDenialCounter({ db, flushAfterMs: DENIALS_FLUSHED_AFTER_MS }),
      times: { ...callTimes(120), ...times },
    },
    callRate: createCallRate(callRate ?? AS_FAST_AS_TESTS),
    extractText,
    ...process,
  };
}
