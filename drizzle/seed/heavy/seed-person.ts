import { alerts, type Database } from '@resumint/drizzle';
import { createDenialCounter, writeFollowedHistory, type Ledger } from '@resumint/metering';
import { and, eq, lt } from 'drizzle-orm';
import { createRandom } from './create-random.ts';
import { heavyCalls, type Stretch } from './heavy-calls.ts';
import { heavyDecisions, type MadeCall } from './heavy-decisions.ts';
import type { HeavyPerson } from './heavy-people.ts';
import { heavyTerms } from './heavy-terms.ts';
import { writeOperations, writeSubjects } from './subjects.ts';

const DAY_MS = 86_400_000;
const READ_AFTER_MS = 3 * DAY_MS;

/** One person with everything that their calls have led to: stream, roll-up, alerts, refusals, and what they were for. */
export async function seedPerson(
  ledger: Ledger,
  { userId, name, zone, calls: count }: HeavyPerson,
  stretch: Stretch,
): Promise<void> {
  const { db } = ledger;
  const random = createRandom(name);
  const calls = heavyCalls(random, count, stretch);
  const openedAt = stretch.until - (stretch.days + 1) * DAY_MS;
  const denials = createDenialCounter({ db, flushAfterMs: DAY_MS });
  const made: MadeCall[] = [];
  await writeFollowedHistory(ledger, userId, {
    terms: heavyTerms(zone, calls),
    openedAt,
    decisions: heavyDecisions(calls, {
      userId,
      random,
      made: (call) => made.push(call),
      refused: (refusal) => denials.count(refusal, () => {}),
    }),
  });
  await denials.flush();
  await writeSubjects(db, userId, new Date(openedAt));
  await writeOperations(db, userId, made);
  await concludeAlerts(db, userId, stretch.until);
}

/** As they would be by now: mailed when they were news, and read some days later. */
async function concludeAlerts(db: Database, userId: string, until: number): Promise<void> {
  const before = new Date(until - READ_AFTER_MS);
  await db
    .update(alerts)
    .set({ mail: 'sent', mailTries: 1, mailDueAt: null, readAt: before })
    .where(and(eq(alerts.userId, userId), lt(alerts.at, before)));
}
