import type { Session } from './instance.ts';
import type { SigningKeys } from './signing-keys.ts';

const LIFETIME_SECONDS = 60;
const ISSUER = 'https://clerk-stand-in.invalid';

/** What clerk-js puts into the cookie `__session` and renews about once a minute. */
export function sessionToken({ signJwt }: SigningKeys, session: Session, origin: string): string {
  return signJwt({
    azp: origin,
    ...times(LIFETIME_SECONDS),
    fva: [0, -1],
    iss: ISSUER,
    sid: session.id,
    sts: 'active',
    sub: session.user.id,
    v: 2,
  });
}

/** Tells the middleware of the app which cookies to set, as one signed token. */
export function handshakeToken({ signJwt }: SigningKeys, cookies: string[]): string {
  return signJwt({ ...times(LIFETIME_SECONDS), iss: ISSUER, handshake: cookies });
}

function times(lifetimeSeconds: number): { iat: number; nbf: number; exp: number } {
  const now = Math.floor(Date.now() / 1000);
  return { iat: now, nbf: now - 10, exp: now + lifetimeSeconds };
}
