'use client';

type Fetch = (url: string | URL | Request, init: RequestInit) => Promise<Response>;
type TokenSource = () => Promise<string | null>;

const LONGEST_WAIT_MS = 5_000;

let source: TokenSource | null = null;

/** Where a token that has not expired comes from, where an identity provider makes them; null for nowhere. */
export function setTokenSource(next: TokenSource | null): void {
  source = next;
}

/** Sends a fresh token along. Without one the session cookie, which the browser sends by itself, has to do. */
export function withFreshToken(fetch: Fetch): Fetch {
  return async (url, init) => {
    const token = source && (await Promise.race([source().catch(() => null), overdue()]));
    if (token === null) return fetch(url, init);
    const headers = new Headers(init.headers);
    headers.set('authorization', `Bearer ${token}`);
    return fetch(url, { ...init, headers });
  };
}

function overdue(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), LONGEST_WAIT_MS));
}
