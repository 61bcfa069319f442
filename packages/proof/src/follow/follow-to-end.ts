import { setTimeout as wait } from 'node:timers/promises';
import type { FollowReport } from '@resumint/api/follower';
import { streamPositions } from '@resumint/drizzle';
import { BrokenStreamError, type Ledger } from '@resumint/metering';
import { isNotNull } from 'drizzle-orm';
import type { Finding } from '../check/findings.ts';
import { composeFollower } from './compose-follower.ts';

/** As in production, any number of them may be at it at once. */
const FOLLOWERS = 2;
/** A stream whose follower was killed while it expired its holds is taken up by another after a minute. */
const MOST_MS = 90_000;
const BETWEEN_PASSES_MS = 500;

/** Has followers make passes until all that has fallen due is written and every stream is followed to its end. */
export async function followToEnd(ledger: Ledger, modelUrl: string): Promise<Finding[]> {
  const broken: Finding[] = [];
  const report = (error: unknown) => {
    // What else fails is tried again by the next pass.
    if (error instanceof BrokenStreamError) {
      broken.push({ breach: 'brokenStreams', userId: '', detail: error.message });
    }
  };
  const followers = Array.from({ length: FOLLOWERS }, () => composeFollower({ ledger, modelUrl, report }));
  const until = performance.now() + MOST_MS;
  while (performance.now() < until) {
    const passes = await Promise.all(followers.map((follower) => follower.pass()));
    const hadNothing = passes.every(didNothing);
    if (broken.length > 0 || (hadNothing && !(await awaitsExpiry(ledger)))) break;
    await wait(BETWEEN_PASSES_MS);
  }
  return broken;
}

function didNothing({ steps: { followStreams, expireIdle } }: FollowReport): boolean {
  if (followStreams === 'failed' || expireIdle === 'failed') return false;
  return followStreams?.entries === 0 && followStreams.failed === 0 && expireIdle?.expired === 0;
}

async function awaitsExpiry({ db }: Ledger): Promise<boolean> {
  const waiting = await db
    .select({ userId: streamPositions.userId })
    .from(streamPositions)
    .where(isNotNull(streamPositions.nextExpiryAt))
    .limit(1);
  return waiting.length > 0;
}
