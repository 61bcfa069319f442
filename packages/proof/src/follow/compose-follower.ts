import { createOpenAiUsage } from '@resumint/ai/openai';
import { createFollower, type Follower, type FollowReport } from '@resumint/api/follower';
import { createPriceBook, type Ledger } from '@resumint/metering';
import { SHARED_KEY } from '../schedule/planned-call.ts';

export interface FollowerOptions {
  ledger: Ledger;
  modelUrl: string;
  /** Hears of what failed; each pass goes on without it. */
  report: (error: unknown) => void;
}

/** The product's follower, but for mail: alerts are counted where the app tells them. */
export function composeFollower({ ledger, modelUrl, report }: FollowerOptions): Follower {
  const { db } = ledger;
  return createFollower({
    db,
    ledger,
    prices: createPriceBook(db),
    // Calls whose fault was ordered for a key of their own are not known under this one: their estimates stand.
    findUsage: createOpenAiUsage({ apiKey: SHARED_KEY, baseUrl: modelUrl }),
    sendMail: null,
    appOrigin: 'https://resumint.example',
    report,
  });
}

/** How many estimates a pass put right. */
export function correctedIn({ steps: { askForUsage } }: FollowReport): number {
  return askForUsage === 'failed' ? 0 : (askForUsage?.corrected ?? 0);
}
