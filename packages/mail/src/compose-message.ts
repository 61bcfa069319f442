import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Mail } from './send-mail.ts';

const MESSAGE_ID = /^<[\w.-]+@[\w.-]+>$/;

/** A mail in the terms of nodemailer. What is not text of ours stays what it is: no address becomes two, no file is read. */
export function composeMessage(from: string, { to, subject, text, html, messageId }: Mail) {
  if (!MESSAGE_ID.test(messageId)) throw new RangeError('A message id is of the form <id@host>.');
  return {
    from,
    to: { name: '', address: to },
    subject,
    text,
    ...(html !== undefined && { html }),
    messageId,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** The whole mail as it goes over the wire. */
export function buildMessage(from: string, mail: Mail): Promise<Buffer> {
  return new MailComposer(composeMessage(from, mail)).compile().build();
}
