import type { FindUsage } from '@resumint/ai';
import type { Database } from '@resumint/drizzle';
import type { SendMail } from '@resumint/mail';
import {
  askForUsage,
  expireIdle,
  followChanged,
  finishErasures,
  forgetResults,
  startClock,
  type Ledger,
  type PriceBook,
} from '@resumint/metering';
import { deliverAlerts } from './deliver-alerts.ts';
import type { Pass, Step } from './step.ts';

export interface FollowerDependencies {
  db: Database;
  ledger: Ledger;
  prices: PriceBook;
  /** Null where no provider can be asked: estimates wait. */
  findUsage: FindUsage | null;
  /** Null where no mail is sent: alerts are told in the app, and wait. */
  sendMail: SendMail | null;
  /** Where the web app is, for links in mails. */
  appOrigin: string;
  /** Hears of what failed. Gets no personal text. */
  report: (error: unknown) => void;
}

export interface FollowReport {
  tookMs: number;
  /** What each step did, counted, or that it failed. Steps that were not begun are missing. */
  steps: Record<string, Readonly<Record<string, number>> | 'failed'>;
}

export interface Follower {
  /** Does once what there is to do. A step that fails keeps none of the others from running. */
  pass(signal?: AbortSignal): Promise<FollowReport>;
  /** Does so again and again until the signal is aborted; ends after the step that runs then. */
  loop(signal: AbortSignal, everyMs: number): Promise<void>;
}

const LONGEST_PAUSE_MS = 30_000;

/** What follows the ledger in the background. Any number of them may run at once, anywhere. */
export function createFollower(dependencies: FollowerDependencies): Follower {
  const { ledger, report } = dependencies;
  const steps = stepsOf(dependencies);
  const pass = async (signal = new AbortController().signal): Promise<FollowReport> => {
    const startedAt = performance.now();
    const done: FollowReport['steps'] = {};
    try {
      const clock = await startClock(ledger);
      for (const step of steps) {
        if (signal.aborted) break;
        done[step.name] = await runAlone(step, { clock, signal, report });
      }
    } catch (error) {
      report(error);
      for (const { name } of steps) done[name] = 'failed';
    }
    return { tookMs: Math.round(performance.now() - startedAt), steps: done };
  };
  return {
    pass,
    async loop(signal, everyMs) {
      let pauseMs = everyMs;
      while (!signal.aborted) {
        const report = await pass(signal);
        const hasFailed = Object.values(report.steps).includes('failed');
        pauseMs = hasFailed ? Math.min(pauseMs * 2, LONGEST_PAUSE_MS) : everyMs;
        await pause(pauseMs, signal);
      }
    },
  };
}

function stepsOf({ db, ledger, prices, findUsage, sendMail, appOrigin }: FollowerDependencies): Step[] {
  const tried = new Map<string, number>();
  return [
    {
      name: 'followStreams',
      run: async (pass) => ({ ...(await followChanged(ledger, { ...pass, tried })) }),
    },
    { name: 'expireIdle', run: (pass) => expireIdle(ledger, pass) },
    ...(findUsage
      ? [
          {
            name: 'askForUsage',
            run: async (pass: Pass) => ({ ...(await askForUsage(ledger, { ...pass, findUsage, prices })) }),
          },
        ]
      : []),
    { name: 'finishErasures', run: () => finishErasures(ledger) },
    { name: 'forgetResults', run: (pass) => forgetResults(ledger, pass) },
    ...(sendMail
      ? [
          {
            name: 'deliverAlerts',
            run: (pass: Pass) => deliverAlerts({ db, ledger, sendMail, appOrigin }, pass),
          },
        ]
      : []),
  ];
}

async function runAlone({ run }: Step, pass: Pass): Promise<FollowReport['steps'][string]> {
  try {
    return await run(pass);
  } catch (error) {
    pass.report(error);
    return 'failed';
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      resolve();
    };
    const timer = setTimeout(end, ms);
    if (signal.aborted) end();
    else signal.addEventListener('abort', end);
  });
}
