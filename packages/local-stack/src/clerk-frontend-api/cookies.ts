import type { Client } from './instance.ts';
import type { SigningKeys } from './signing-keys.ts';

export const CLIENT_COOKIE = '__client';

const YEAR_SECONDS = 31_536_000;

/** What each answer tells the browser of itself: who it is, and since when it is signed in. */
export function clientCookies(client: Client, keys: SigningKeys): string[] {
  return [
    `${CLIENT_COOKIE}=${client.id}; Path=/; HttpOnly; SameSite=Lax`,
    ...signedInSinceCookies(client, keys),
  ];
}

/** The cookies that the app sets after a handshake: the state of the browser, and a token or none. */
export function handshakeCookies(client: Client | null, keys: SigningKeys, token: string | null): string[] {
  const value = token ?? '';
  const lifetime = token === null ? '; Max-Age=0' : '';
  const session = named('__session', keys).map((name) => `${name}=${value}; Path=/; SameSite=Lax${lifetime}`);
  return [...signedInSinceCookies(client, keys), ...session];
}

// Zero says that nobody is signed in. A token that is older than this is not believed.
function signedInSinceCookies(client: Client | null, keys: SigningKeys): string[] {
  const seconds = Math.floor((client?.session?.createdAt ?? 0) / 1000);
  return named('__client_uat', keys).map(
    (name) => `${name}=${seconds}; Path=/; SameSite=Lax; Max-Age=${YEAR_SECONDS}`,
  );
}

function named(name: string, { cookieSuffix }: SigningKeys): string[] {
  return [name, `${name}_${cookieSuffix}`];
}

export function readCookie(header: string | undefined, name: string): string | null {
  const pairs = (header ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
}
