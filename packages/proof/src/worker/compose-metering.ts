import { createOpenAiModel } from '@resumint/ai/openai';
import type { Follower } from '@resumint/api/follower';
import { connect } from '@resumint/drizzle';
import {
  callTimes,
  createDenialCounter,
  createInputMargin,
  createLedger,
  createPriceBook,
  type Metering,
} from '@resumint/metering';
import type { WorkerTask } from '../fleet/messages.ts';
import { composeFollower } from '../follow/compose-follower.ts';
import type { CrashPoints } from './crash-points.ts';
import { createStepReader } from './follower-step.ts';
import { plant } from './plant.ts';

/** The product as a server process composes it, but for its model, which is chosen for each call. */
export interface Composed {
  metering: Omit<Metering, 'model'>;
  /** The adapter for OpenAI, with a key of the simulator's. */
  modelFor: (key: string) => Metering['model'];
  close: () => Promise<void>;
}

const POOL_SIZE = 8;
const DENIALS_FLUSHED_AFTER_MS = 1_000;
/** Little, so that calls on a stream that a planted fault broke are given up before the run takes minutes. */
const OUTLIVE_MS = 20_000;

export async function composeMetering(task: WorkerTask, crash: CrashPoints): Promise<Composed> {
  const { databaseUrl, secret, modelUrl, combine, holdMs, planted } = task;
  const connection = await connect(databaseUrl, {
    poolSize: POOL_SIZE,
    onStatement() {
      crash.pass('statement');
      // By the next turn of the loop it is on its way, and its answer is not.
      setImmediate(() => crash.pass('answer'));
    },
  });
  const db = plant(connection.db, planted);
  const ledger = createLedger({ db, secret, ...(combine && { combine }) });
  return {
    metering: {
      ledger,
      prices: createPriceBook(db),
      countTokens,
      inputMargin: createInputMargin(),
      denials: createDenialCounter({ db, flushAfterMs: DENIALS_FLUSHED_AFTER_MS }),
      times: callTimes(holdMs / 1000, { outliveMs: OUTLIVE_MS }),
    },
    modelFor: (apiKey) => createOpenAiModel({ apiKey, baseUrl: modelUrl }),
    close: () => connection.close(),
  };
}

/** What follows the ledger in a server process: by a connection of its own, so that its steps can be told apart. */
export async function composeFollowing(
  { databaseUrl, secret, modelUrl, planted }: WorkerTask,
  crash: CrashPoints,
  report: (error: unknown) => void,
): Promise<{ follower: Follower; close: () => Promise<void> }> {
  const stepOf = createStepReader();
  const connection = await connect(databaseUrl, {
    poolSize: POOL_SIZE,
    onStatement(statement) {
      const step = stepOf(statement);
      if (step === null) return;
      crash.pass(step);
      setImmediate(() => crash.pass(step));
    },
  });
  const ledger = createLedger({ db: plant(connection.db, planted), secret });
  return { follower: composeFollower({ ledger, modelUrl, report }), close: () => connection.close() };
}

/** The proof's texts are plain English, of which a token has more than three letters. */
export function countTokens(text: string): number {
  return Math.ceil(text.length / 3);
}
