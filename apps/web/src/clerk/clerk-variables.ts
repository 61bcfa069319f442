import { z } from 'zod';
import { optionalVariable as set } from '../optional-variable.ts';

const PublicKey = z
  .string()
  // One line of a file holds a key with its line ends written out.
  .transform((pem) => pem.replaceAll('\\n', '\n').trim())
  .refine(
    (pem) => /^-----BEGIN PUBLIC KEY-----[\sA-Za-z0-9+/=]+-----END PUBLIC KEY-----$/.test(pem),
    'is no public key in PEM form',
  );

/** Sign-in with Clerk: all of these but the proxy's address, or none. Part of the configuration of the app. */
export const clerkVariables = {
  CLERK_PUBLISHABLE_KEY: set(
    z.string().refine((key) => frontendApiOf(key) !== null, 'is no publishable key of Clerk'),
  ),
  CLERK_SECRET_KEY: set(z.string().regex(/^sk_(test|live)_\w+$/, 'is no secret key of Clerk')),
  CLERK_JWT_KEY: set(PublicKey),
  CLERK_WEBHOOK_SECRET: set(z.string().startsWith('whsec_')),
  /** Where browsers reach Clerk's Frontend API, if not at its own address. */
  CLERK_PROXY_URL: set(z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))),
};

const NEEDED = [
  'CLERK_PUBLISHABLE_KEY',
  'CLERK_SECRET_KEY',
  'CLERK_JWT_KEY',
  'CLERK_WEBHOOK_SECRET',
] as const;

type Variables = z.infer<z.ZodObject<typeof clerkVariables>>;

export interface ClerkSettings {
  publishableKey: string;
  jwtKey: string;
  webhookSecret: string;
  proxyUrl: string | null;
}

/** The variables that are missing where some of them are set. */
export function missingClerkVariables(variables: Variables): string[] {
  const isAnySet = Object.keys(clerkVariables).some((name) => Reflect.get(variables, name) !== undefined);
  return isAnySet ? NEEDED.filter((name) => variables[name] === undefined) : [];
}

/** Null where people sign in with accounts of this app. */
export function clerkSettings(variables: Variables): ClerkSettings | null {
  const {
    CLERK_PUBLISHABLE_KEY: publishableKey,
    CLERK_JWT_KEY: jwtKey,
    CLERK_WEBHOOK_SECRET: webhookSecret,
    CLERK_PROXY_URL: proxyUrl = null,
  } = variables;
  if (!publishableKey || !jwtKey || !webhookSecret) return null;
  return { publishableKey, jwtKey, webhookSecret, proxyUrl };
}

/** The origin that browsers call. */
export function frontendApiOrigin({ publishableKey, proxyUrl }: ClerkSettings): string {
  return new URL(proxyUrl ?? `https://${frontendApiOf(publishableKey)}`).origin;
}

/** A publishable key is the host of the instance in base64, with a mark at its end. */
function frontendApiOf(publishableKey: string): string | null {
  const encoded = /^pk_(?:test|live)_(?<host>[A-Za-z0-9+/]+=*)$/.exec(publishableKey)?.groups?.['host'];
  const host = Buffer.from(encoded ?? '', 'base64').toString('utf8');
  return /^[\w.-]+(:\d+)?\$$/.test(host) ? host.slice(0, -1) : null;
}
