import { createOpenAiUsage } from '@resumint/ai/openai';
import { createFollower, type Follower, type FollowerDependencies } from '@resumint/api/follower';
import type { Mail } from '@resumint/mail';
import { startTestApp, type TestApp } from '../test-app.ts';

export interface FollowedApp {
  app: TestApp;
  /** What was mailed. */
  mails: Mail[];
  /** What was reported by followers. */
  reports: unknown[];
  /** A follower as another process would have it. */
  follower(changes?: Partial<FollowerDependencies>): Follower;
}

export const APP_ORIGIN = 'https://resumint.example';

/** An app that is followed only when a test asks for it. */
export async function startFollowedApp(): Promise<FollowedApp> {
  const app = await startTestApp();
  const { ledger, prices } = app.dependencies.metering;
  const mails: Mail[] = [];
  const reports: unknown[] = [];
  const { modelKey: apiKey, modelUrl: baseUrl } = app.shared;
  return {
    app,
    mails,
    reports,
    follower: (changes) =>
      createFollower({
        db: app.db,
        ledger,
        prices,
        findUsage: createOpenAiUsage({ apiKey, baseUrl }),
        sendMail: async (mail) => void mails.push(mail),
        appOrigin: APP_ORIGIN,
        report: (error) => reports.push(error),
        ...changes,
      }),
  };
}
