import { createOpenAiUsage } from '@resumint/ai/openai';
import { createFollower, type Follower } from '@resumint/api/follower';
import { connect } from '@resumint/drizzle';
import { describeFailure } from '@resumint/errors';
import type { SendMail } from '@resumint/mail';
import { createLocalMail } from '@resumint/mail/local';
import { createSmtpMail } from '@resumint/mail/smtp';
import { createLedger, createPriceBook } from '@resumint/metering';
import type { FollowerTask } from './follower-task.ts';

/** How often it looks for what there is to do. */
export const FOLLOW_EVERY_MS = 2_000;

export async function openFollower(task: FollowerTask): Promise<Follower & { close: () => Promise<void> }> {
  const { db, close } = await connect(task.databaseUrl, { poolSize: 4 });
  const follower = createFollower({
    db,
    ledger: createLedger({ db, secret: task.ledgerSecret }),
    prices: createPriceBook(db),
    findUsage: task.model && usageOf(task.model),
    sendMail: mailBy(task.mail),
    appOrigin: task.appOrigin,
    report: (error) => console.error(describeFailure(error)),
  });
  return { ...follower, close };
}

function usageOf({ apiKey, baseUrl }: NonNullable<FollowerTask['model']>) {
  return createOpenAiUsage({ apiKey, ...(baseUrl !== undefined && { baseUrl }) });
}

function mailBy(mail: FollowerTask['mail']): SendMail {
  const { from } = mail;
  return 'smtpUrl' in mail
    ? createSmtpMail({ url: mail.smtpUrl, from })
    : createLocalMail({ directory: mail.directory, from });
}
