import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { Mail, SendMail } from './index.ts';
import { createLocalMail } from './local/index.ts';
import { createSmtpMail } from './smtp/index.ts';

const FROM = 'Resumint <no-reply@resumint.example>';
const MAIL: Mail = {
  to: 'ada@example.com',
  subject: 'Größe: 80 % – used',
  text: 'You have used 80 % of your tokens per day.\n\nÄ line.\n',
  messageId: '<alert.1.tokensPerDay.80@resumint.example>',
};

const cleanUps: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).toReversed()) await cleanUp();
});

/** An adapter, and every message that has come out at its other end. */
interface Delivery {
  send: SendMail;
  received: () => Promise<string[]>;
}

async function toFolder(): Promise<Delivery> {
  const directory = await mkdtemp(join(tmpdir(), 'resumint-mail-'));
  cleanUps.push(() => rm(directory, { recursive: true }));
  const names = async () => (await readdir(directory)).toSorted();
  return {
    send: createLocalMail({ directory, from: FROM }),
    received: async () => Promise.all((await names()).map((name) => readFile(join(directory, name), 'utf8'))),
  };
}

/** A server that knows no TLS. */
async function toServer(query = '?tls=never'): Promise<Delivery> {
  const messages: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _session, callback) {
      let message = '';
      stream.on('data', (chunk) => (message += String(chunk)));
      stream.on('end', () => {
        messages.push(message);
        callback();
      });
    },
  });
  const url = await listening(server.listen(0, '127.0.0.1'));
  cleanUps.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return {
    send: createSmtpMail({ url: `${url}${query}`, from: FROM }),
    received: () => Promise.resolve(messages),
  };
}

async function listening(server: Server): Promise<string> {
  if (!server.listening) await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the server has no port');
  return `smtp://127.0.0.1:${address.port}`;
}

describe.each([
  { adapter: 'local', open: toFolder },
  { adapter: 'smtp', open: toServer },
])('mail by $adapter', ({ open }) => {
  it('arrives with its id, its addresses, its subject and its text', async () => {
    const { send, received } = await open();
    await send(MAIL);
    const [message = '', ...others] = await received();
    expect(others).toEqual([]);
    expect(header(message, 'Message-ID')).toBe(MAIL.messageId);
    expect(header(message, 'From')).toBe(FROM);
    expect(header(message, 'To')).toBe(MAIL.to);
    expect(header(message, 'Subject')).toMatch(/^=\?UTF-8\?/i);
    expect(message).toContain('=C3=84 line.');
  });

  it('has HTML beside the text where there is some', async () => {
    const { send, received } = await open();
    await send({ ...MAIL, html: '<p>80 percent</p>' });
    const [message = ''] = await received();
    expect(header(message, 'Content-Type')).toMatch(/^multipart\/alternative/);
    expect(message).toContain('Content-Type: text/plain');
    expect(message).toContain('<p>80 percent</p>');
  });

  it.each([
    { what: 'a subject', changes: { subject: 'Hello\r\nBcc: eve@example.com' } },
    { what: 'an address', changes: { to: 'ada@example.com>\r\nBcc: <eve@example.com' } },
  ])('takes no header out of $what', async ({ changes }) => {
    const { send, received } = await open();
    await Promise.allSettled([send({ ...MAIL, ...changes })]);
    for (const message of await received()) expect(message).not.toMatch(/^Bcc:/im);
  });

  it.each(['alert.1@resumint.example', '<../../etc/passwd@host>', '<a b@host>', '<a@host>\r\nX: y'])(
    'refuses the message id %j, and sends nothing',
    async (messageId) => {
      const { send, received } = await open();
      await expect(send({ ...MAIL, messageId })).rejects.toThrow(RangeError);
      expect(await received()).toEqual([]);
    },
  );

  it('names a mail that is sent again by the same id', async () => {
    const { send, received } = await open();
    await send(MAIL);
    await send(MAIL);
    expect(new Set((await received()).map((message) => header(message, 'Message-ID'))).size).toBe(1);
  });
});

it('a mail that is written again to the folder is one file', async () => {
  const { send, received } = await toFolder();
  await Promise.all([send(MAIL), send(MAIL), send(MAIL)]);
  expect(await received()).toHaveLength(1);
});

describe('a mail server', () => {
  it('that offers no TLS gets nothing where TLS was asked for', async () => {
    const { send, received } = await toServer('');
    await expect(send(MAIL)).rejects.toThrow(/STARTTLS|TLS/);
    expect(await received()).toEqual([]);
  });

  it('that cannot prove who it is gets nothing', async () => {
    const server = new SMTPServer({ secure: true, authOptional: true });
    // The client leaves in the middle of the handshake, and that is what it is for.
    server.on('error', () => {});
    const url = await listening(server.listen(0, '127.0.0.1'));
    cleanUps.push(() => new Promise<void>((resolve) => server.close(() => resolve())));
    const send = createSmtpMail({ url: url.replace('smtp:', 'smtps:'), from: FROM });
    await expect(send(MAIL)).rejects.toThrow(/certificate/);
  });

  it('that says nothing is given up', async () => {
    const silent = createServer().listen(0, '127.0.0.1');
    const url = await listening(silent);
    cleanUps.push(() => new Promise<void>((resolve) => silent.close(() => resolve())));
    await expect(createSmtpMail({ url, from: FROM, timeoutMs: 100 })(MAIL)).rejects.toThrow(
      /too long|timeout|never received/i,
    );
  });

  it('is named by an address of mail', () => {
    expect(() => createSmtpMail({ url: 'https://mail.example', from: FROM })).toThrow(TypeError);
  });
});

function header(message: string, name: string): string | undefined {
  const [head = ''] = message.split('\r\n\r\n');
  const unfolded = head.replaceAll(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1]?.trim();
}
