import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Secrets of this installation, made once and kept beside its data. */
const Secrets = z.object({
  session: z.string(),
  ledger: z.string(),
  gatewayUser: z.string(),
  gatewayPassword: z.string(),
  modelKey: z.string(),
  demoPassword: z.string(),
  adminPassword: z.string(),
});

export interface Settings {
  /** What this installation keeps: data, secrets, the local token. */
  dataDirectory: string;
  port: number;
  url: string;
  secrets: z.infer<typeof Secrets>;
  /** Real services, where they are configured. */
  databaseUrl: string | undefined;
  openAiKey: string | undefined;
  openAiUrl: string | undefined;
  /** Where browsers find the web app, if that is not where `npm start` listens. */
  appOrigin: string | undefined;
  mail: MailSettings;
  /** The app reads the variables of Clerk itself, and refuses some of them without the others. */
  hasClerk: boolean;
}

/** A mail server, or the folder that stands in for one. */
export type MailSettings = { from: string } & ({ smtpUrl: string } | { directory: string });

/** From the environment, and from `.env` in the root where there is one. A variable that is empty is not set. */
export function readSettings(): Settings {
  const envFile = join(ROOT, '.env');
  if (existsSync(envFile)) process.loadEnvFile(envFile);
  const dataDirectory = resolve(ROOT, variable('DATA_DIRECTORY') ?? '.data');
  const port = z.coerce
    .number({ error: 'PORT is no number' })
    .int()
    .min(1)
    .max(65_535)
    .parse(variable('PORT') ?? '3000');
  const made = readOrCreateSecrets(dataDirectory);
  return {
    dataDirectory,
    port,
    url: `http://127.0.0.1:${port}`,
    secrets: {
      ...made,
      session: variable('SESSION_SECRET') ?? made.session,
      ledger: variable('LEDGER_SECRET') ?? made.ledger,
    },
    databaseUrl: variable('DATABASE_URL'),
    openAiKey: variable('OPENAI_API_KEY'),
    openAiUrl: variable('OPENAI_BASE_URL'),
    appOrigin: variable('APP_ORIGIN'),
    mail: mailSettings(dataDirectory),
    hasClerk: variable('CLERK_PUBLISHABLE_KEY') !== undefined,
  };
}

function mailSettings(dataDirectory: string): MailSettings {
  const smtpUrl = variable('SMTP_URL');
  const from = variable('MAIL_FROM');
  if (smtpUrl === undefined) {
    return { directory: join(dataDirectory, 'mail'), from: from ?? 'Resumint <resumint@localhost>' };
  }
  if (from === undefined) throw new Error('MAIL_FROM is needed where SMTP_URL is set.');
  return { smtpUrl, from };
}

function variable(name: string): string | undefined {
  const value = process.env[name];
  return value === '' ? undefined : value;
}

function readOrCreateSecrets(dataDirectory: string): Settings['secrets'] {
  mkdirSync(dataDirectory, { recursive: true, mode: 0o700 });
  const file = join(dataDirectory, 'secrets.json');
  try {
    return Secrets.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  const secrets = {
    session: token(32),
    ledger: token(32),
    gatewayUser: token(8),
    gatewayPassword: token(24),
    modelKey: `sk-simulated-${token(16)}`,
    demoPassword: token(8),
    adminPassword: token(8),
  };
  writeFileSync(file, JSON.stringify(secrets, null, 2), { mode: 0o600 });
  return secrets;
}

function token(bytes: number): string {
  return randomBytes(bytes).toString('hex');
}
