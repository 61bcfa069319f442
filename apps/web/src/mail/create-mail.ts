import type { SendMail } from '@resumint/mail';
import { createLocalMail } from '@resumint/mail/local';
import { createSmtpMail } from '@resumint/mail/smtp';
import type { MailVariables } from './mail-variables.ts';

const LOCAL_SENDER = 'Resumint <resumint@localhost>';

/** Null where no mail is set up: alerts are told in the app alone. */
export function createMail(variables: MailVariables): SendMail | null {
  const { SMTP_URL: url, MAIL_FROM: from = LOCAL_SENDER, MAIL_DIRECTORY: directory } = variables;
  if (url !== undefined) return createSmtpMail({ url, from });
  return directory === undefined ? null : createLocalMail({ directory, from });
}
