import { affectedRows, alerts, type Database } from '@resumint/drizzle';
import type { SendMail } from '@resumint/mail';
import { nextTryAt, readState, RESET_PERCENT, type Ledger } from '@resumint/metering';
import { and, eq, lte } from 'drizzle-orm';
import { findEmail } from '../store/accounts.ts';
import { readAlertSettings, toNotification } from '../store/notifications.ts';
import { alertMail } from './alert-mail.ts';
import type { Pass } from './step.ts';

export interface Delivery {
  db: Database;
  ledger: Ledger;
  sendMail: SendMail;
  appOrigin: string;
}

type Alert = typeof alerts.$inferSelect;
/** What came of one alert in one pass. */
type Outcome = 'sent' | 'unwanted' | 'failed' | 'waiting';

const MOST_ALERTS = 50;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
/** After each try. The first is longer than a try takes, so that nobody else begins one meanwhile. */
const PAUSES_MS = [2 * MINUTE_MS, 5 * MINUTE_MS, 30 * MINUTE_MS, 120 * MINUTE_MS, 360 * MINUTE_MS];

/**
 * Mails alerts that are due. One is sent by one follower at a time, and once, unless a follower ends between the mail
 * server's word and its own note of it: then it is sent again under the same id.
 */
export async function deliverAlerts(delivery: Delivery, pass: Pass): Promise<Record<Outcome, number>> {
  const counts = { sent: 0, unwanted: 0, failed: 0, waiting: 0 };
  const due = await delivery.db
    .select()
    .from(alerts)
    .where(lte(alerts.mailDueAt, new Date(pass.clock())))
    .orderBy(alerts.mailDueAt)
    .limit(MOST_ALERTS);
  for (const alert of due) {
    if (pass.signal.aborted) break;
    try {
      counts[await deliver(delivery, alert, pass.clock())] += 1;
    } catch (error) {
      counts.waiting += 1;
      pass.report(error);
    }
  }
  return counts;
}

async function deliver(delivery: Delivery, alert: Alert, now: number): Promise<Outcome> {
  const { db } = delivery;
  if (alert.mailTries >= PAUSES_MS.length) return conclude(db, alert, 'failed');
  if (newsUntil(alert) <= now) return conclude(db, alert, 'unwanted');
  const claimed = await claim(db, alert, now);
  if (!claimed) return 'waiting';
  const { userId } = alert;
  const { byMail } = await readAlertSettings(db, userId);
  if (!byMail) return conclude(db, claimed, 'unwanted');
  // An identity provider may tell the address later.
  const to = await findEmail(db, userId);
  if (to === null) return 'waiting';
  const { state } = await readState(delivery.ledger, userId);
  const { zone } = state.terms.inForce;
  const notice = { userId, ...toNotification(alert) };
  await delivery.sendMail(alertMail({ alert: notice, to, zone, appOrigin: delivery.appOrigin }));
  return conclude(db, claimed, 'sent');
}

/** A threshold is no news once its window is over, and that it is over is none a day later. */
function newsUntil({ percent, resetsAt }: Alert): number {
  return resetsAt.getTime() + (percent === RESET_PERCENT ? DAY_MS : 0);
}

/** Takes an alert for as long as the pause after this try; null when somebody else has. */
async function claim(db: Database, alert: Alert, now: number): Promise<Alert | null> {
  const mailTries = alert.mailTries + 1;
  const mailDueAt = nextTryAt(PAUSES_MS, { tries: alert.mailTries, now });
  const claimed = await db.update(alerts).set({ mailTries, mailDueAt }).where(asItIs(alert));
  return affectedRows(claimed) === 1 ? { ...alert, mailTries, mailDueAt } : null;
}

async function conclude<Of extends 'sent' | 'unwanted' | 'failed'>(
  db: Database,
  alert: Alert,
  mail: Of,
): Promise<Of> {
  await db.update(alerts).set({ mail, mailDueAt: null }).where(asItIs(alert));
  return mail;
}

function asItIs({ userId, seq, limitName, percent, mailTries }: Alert) {
  return and(
    eq(alerts.userId, userId),
    eq(alerts.seq, seq),
    eq(alerts.limitName, limitName),
    eq(alerts.percent, percent),
    eq(alerts.mailTries, mailTries),
    eq(alerts.mail, 'pending'),
  );
}
