import { createTransport } from 'nodemailer';
import { composeMessage } from '../compose-message.ts';
import type { SendMail } from '../send-mail.ts';

export interface SmtpMailOptions {
  /**
   * `smtps://USER:PASSWORD@HOST:465` is TLS from the first byte; `smtp://…:587` begins in the clear, and turns to TLS
   * before it signs in or sends anything. With `?tls=never` it stays in the clear.
   */
  url: string;
  from: string;
  /** For the whole of one mail. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 30_000;

/** Mail by SMTP, each over a connection of its own. */
export function createSmtpMail({ url, from, timeoutMs = TIMEOUT_MS }: SmtpMailOptions): SendMail {
  const options = { ...serverOf(new URL(url)), ...limitsOf(timeoutMs) };
  return async (mail) => {
    const transport = createTransport(options);
    const { promise: overdue, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => reject(new Error('The mail server took too long.')), timeoutMs);
    try {
      await Promise.race([transport.sendMail(composeMessage(from, mail)), overdue]);
    } finally {
      clearTimeout(timer);
      transport.close();
    }
  };
}

const PORTS = { 'smtp:': 587, 'smtps:': 465 } as const;

function serverOf({ protocol, hostname, port, username, password, searchParams }: URL) {
  if (protocol !== 'smtp:' && protocol !== 'smtps:') {
    throw new TypeError('An address of a mail server begins with smtp: or smtps:.');
  }
  const isPlain = searchParams.get('tls') === 'never';
  return {
    host: hostname,
    port: port === '' ? PORTS[protocol] : Number(port),
    secure: protocol === 'smtps:',
    requireTLS: protocol === 'smtp:' && !isPlain,
    ignoreTLS: protocol === 'smtp:' && isPlain,
    ...(username !== '' && {
      auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    }),
  };
}

/** Each step has a limit too, so that a connection that is given up does not linger. */
function limitsOf(timeoutMs: number) {
  const stepMs = Math.ceil(timeoutMs / 2);
  return {
    dnsTimeout: stepMs,
    connectionTimeout: stepMs,
    greetingTimeout: stepMs,
    socketTimeout: stepMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}
