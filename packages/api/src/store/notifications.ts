import { alerts, alertSettings, type Database } from '@resumint/drizzle';
import { RESET_PERCENT, WINDOW_LIMIT_NAMES, WINDOW_LIMITS } from '@resumint/metering';
import { and, count, desc, eq, gt, isNull, lt, lte, max, min, or } from 'drizzle-orm';
import { z } from 'zod';

/** The last notification of a page. At one time an entry tells one thing of a limit. */
export interface NotificationCursor {
  at: Date;
  seq: number;
  limit: (typeof WINDOW_LIMIT_NAMES)[number];
}

/**
 * How far a person has looked: at what was news by then, of entries up to this one. What a follower writes afterwards is
 * of a later entry, though it may be of an earlier time.
 */
export interface SeenUpTo {
  at: Date;
  seq: number;
}

/** A hundred is as much as more: nobody who has so many asks for the exact number. */
const MOST_UNREAD_COUNTED = 100;

const LimitName = z.enum(WINDOW_LIMIT_NAMES);

/** A person's notifications, the newest first, and how many of all are unread, of which no more than 100 are counted. */
export async function listNotifications(
  db: Database,
  userId: string,
  { limit, cursor }: { limit: number; cursor: NotificationCursor | null },
) {
  const now = new Date();
  const [rows, unread, nextAt] = await Promise.all([
    db
      .select()
      .from(alerts)
      .where(and(eq(alerts.userId, userId), lte(alerts.at, now), cursor === null ? undefined : after(cursor)))
      .orderBy(desc(alerts.at), desc(alerts.seq), desc(alerts.limitName))
      .limit(limit + 1),
    countUnread(db, userId, now),
    readNextAt(db, userId, now),
  ]);
  const notifications = rows.slice(0, limit).map(toNotification);
  const last = rows.length > limit ? notifications.at(-1) : undefined;
  const nextCursor: NotificationCursor | null = last
    ? { at: last.at, seq: last.seq, limit: last.limit }
    : null;
  return { notifications, ...unread, nextCursor, now, nextAt };
}

/** Marks all up to where the person has looked, so that what came after stays unread. */
export async function markNotificationsRead(
  db: Database,
  userId: string,
  { at, seq }: SeenUpTo,
): Promise<void> {
  const now = new Date();
  await db
    .update(alerts)
    .set({ readAt: now })
    .where(
      and(
        eq(alerts.userId, userId),
        lte(alerts.at, at < now ? at : now),
        lte(alerts.seq, seq),
        isNull(alerts.readAt),
      ),
    );
}

/** Without settings of their own, a person is told in the app and by mail. */
export async function readAlertSettings(db: Database, userId: string): Promise<{ byMail: boolean }> {
  const [settings] = await db
    .select({ byMail: alertSettings.byMail })
    .from(alertSettings)
    .where(eq(alertSettings.userId, userId));
  return settings ?? { byMail: true };
}

export async function saveAlertSettings(
  db: Database,
  userId: string,
  settings: { byMail: boolean },
): Promise<void> {
  await db
    .insert(alertSettings)
    .values({ userId, ...settings })
    .onDuplicateKeyUpdate({ set: settings });
}

/** An alert as a person is told of it. */
export function toNotification(row: Omit<typeof alerts.$inferSelect, 'mail' | 'mailTries' | 'mailDueAt'>) {
  const { seq, limitName, percent, at, used, allowed, resetsAt, readAt } = row;
  const limit = LimitName.parse(limitName);
  const { unit } = WINDOW_LIMITS[limit];
  const told = { seq, limit, unit, at, used, allowed, resetsAt, isRead: readAt !== null };
  return percent === RESET_PERCENT
    ? { kind: 'reset' as const, ...told }
    : { kind: 'crossed' as const, percent, ...told };
}

/** An entry tells a few things, and what it tells of later is of the few windows then open: the newest seq is among these. */
async function countUnread(db: Database, userId: string, now: Date) {
  const newest = db
    .select({ at: alerts.at, seq: alerts.seq })
    .from(alerts)
    .where(and(eq(alerts.userId, userId), lte(alerts.at, now), isNull(alerts.readAt)))
    .orderBy(desc(alerts.at), desc(alerts.seq))
    .limit(MOST_UNREAD_COUNTED)
    .as('newest');
  const [unread] = await db.select({ count: count(), at: max(newest.at), seq: max(newest.seq) }).from(newest);
  const { at = null, seq = null } = unread ?? {};
  const seenUpTo: SeenUpTo | null = at === null || seq === null ? null : { at, seq };
  return { unread: unread?.count ?? 0, seenUpTo };
}

/** When a window ends of which that will be news. */
async function readNextAt(db: Database, userId: string, now: Date): Promise<Date | null> {
  const [next] = await db
    .select({ at: min(alerts.at) })
    .from(alerts)
    .where(and(eq(alerts.userId, userId), gt(alerts.at, now)));
  return next?.at ?? null;
}

function after({ at, seq, limit }: NotificationCursor) {
  return or(
    lt(alerts.at, at),
    and(eq(alerts.at, at), lt(alerts.seq, seq)),
    and(eq(alerts.at, at), eq(alerts.seq, seq), lt(alerts.limitName, limit)),
  );
}
