import { setTimeout as wait } from 'node:timers/promises';
import type { FollowReport } from '@resumint/api/follower';
import { inquiries, streamPositions } from '@resumint/drizzle';
import { BrokenStreamError, type Ledger } from '@resumint/metering';
import { and, eq, gt } from 'drizzle-orm';
import type { Finding } from '../check/findings.ts';
import { isExpected } from '../worker/is-expected.ts';
import { composeFollower, correctedIn } from './compose-follower.ts';

export interface FollowedToEnd {
  findings: Finding[];
  /** Errors that the product should not have. */
  unexpected: string[];
  /** Estimates that were put right. */
  corrected: number;
}

/** As in production, any number of them may be at it at once. */
const FOLLOWERS = 2;
const MOST_MS = 120_000;
const BETWEEN_PASSES_MS = 200;

/** Has followers make passes until every stream is followed to its end, and all that is due is expired and asked for. */
export async function followToEnd(ledger: Ledger, modelUrl: string): Promise<FollowedToEnd> {
  const followed: FollowedToEnd = { findings: [], unexpected: [], corrected: 0 };
  const report = (error: unknown) => {
    if (error instanceof BrokenStreamError) followed.findings.push(broken(error.message));
    // Two at once may keep each other from a row; the next pass has it.
    else if (!isExpected(error)) followed.unexpected.push(String(error));
  };
  const followers = Array.from({ length: FOLLOWERS }, () => composeFollower({ ledger, modelUrl, report }));
  const until = performance.now() + MOST_MS;
  await askAgain(ledger);
  for (let idle = 0; idle < 2;) {
    await letTimePass(ledger);
    const passes = await Promise.all(followers.map((follower) => follower.pass()));
    for (const pass of passes) followed.corrected += correctedIn(pass);
    // What the last of them expired is asked about by then, too.
    idle = passes.every(didNothing) ? idle + 1 : 0;
    if (followed.findings.length > 0) return followed;
    if (performance.now() > until) {
      followed.findings.push(broken(`is not followed to the end: ${JSON.stringify(passes)}`));
      return followed;
    }
    await wait(BETWEEN_PASSES_MS);
  }
  return followed;
}

/** What was estimated is not asked about at once, and again later and later: here all of it once more, from the start. */
async function askAgain({ db }: Ledger): Promise<void> {
  await db.update(inquiries).set({ tries: 0, dueAt: new Date() });
}

/** What followers wait for: they put off what they take up, in case they die at it, and questions about new estimates. */
async function letTimePass({ db }: Ledger): Promise<void> {
  const now = new Date();
  await db
    .update(inquiries)
    .set({ dueAt: now })
    .where(and(eq(inquiries.tries, 0), gt(inquiries.dueAt, now)));
  await db.update(streamPositions).set({ nextExpiryAt: now }).where(gt(streamPositions.nextExpiryAt, now));
}

function didNothing({ steps: { followStreams, expireIdle, askForUsage } }: FollowReport): boolean {
  if (followStreams === 'failed' || expireIdle === 'failed' || askForUsage === 'failed') return false;
  const done = [
    followStreams?.entries,
    followStreams?.failed,
    expireIdle?.expired,
    askForUsage?.asked,
    askForUsage?.corrected,
  ];
  return done.every((count) => count === 0);
}

function broken(detail: string): Finding {
  return { breach: 'brokenStreams', userId: '', detail };
}
