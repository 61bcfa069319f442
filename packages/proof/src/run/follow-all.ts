import { followStream, type Ledger } from '@resumint/metering';
import type { Finding } from '../check/findings.ts';
import type { Person } from '../schedule/plan-people.ts';

/** Follows every stream twice at once, as in production any number of followers may. One that cannot be is broken. */
export async function followAll(ledger: Ledger, people: readonly Person[]): Promise<Finding[]> {
  const followers = [people, people.toReversed()];
  const found = await Promise.all(followers.map((inOrder) => followEach(ledger, inOrder)));
  return found.flat();
}

async function followEach(ledger: Ledger, people: readonly Person[]): Promise<Finding[]> {
  const unfollowed: Finding[] = [];
  for (const { userId } of people) {
    try {
      await followStream(ledger, userId);
    } catch (error) {
      unfollowed.push({ breach: 'brokenStreams', userId, detail: `cannot be followed: ${String(error)}` });
    }
  }
  return unfollowed;
}
