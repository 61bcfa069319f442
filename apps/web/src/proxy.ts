import { NextResponse, type NextFetchEvent, type NextRequest } from 'next/server';
import { clerkSettings, frontendApiOrigin } from './clerk/clerk-variables.ts';
import { environment } from './environment.ts';
import { NONCE_HEADER, securityHeaders } from './security-headers.ts';

/** Gives each page a nonce of its own and the headers that keep it to itself, and lets Clerk renew its sessions. */
export async function proxy(request: NextRequest, event: NextFetchEvent) {
  const settings = clerkSettings(environment());
  if (settings === null || request.headers.has('authorization')) return respond(request, null);
  const { withClerk } = await import('./clerk/with-clerk.ts');
  return withClerk({ settings, origin: environment().APP_ORIGIN, respond })(request, event);
}

function respond(request: NextRequest, token: string | null): NextResponse {
  const nonce = btoa(crypto.randomUUID());
  const headers = securityHeaders(policyOf(nonce));
  const forwarded = new Headers(request.headers);
  forwarded.set(NONCE_HEADER, nonce);
  forwarded.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '');
  // Of a session that was renewed for this very request, whose cookie still has the old token.
  if (token !== null) forwarded.set('Authorization', `Bearer ${token}`);
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

function policyOf(nonce: string) {
  const { APP_ORIGIN, EDGE_URL, ...variables } = environment();
  const clerk = clerkSettings(variables);
  return {
    nonce,
    isHttps: APP_ORIGIN.startsWith('https:'),
    connect: [
      ...(EDGE_URL === undefined ? [] : [new URL(EDGE_URL).origin]),
      ...(clerk ? [frontendApiOrigin(clerk)] : []),
    ],
    hasClerk: clerk !== null,
  };
}

// Not the API: a body that passes here is kept in memory, and what is over 10 MB of it is cut off. The router verifies
// by itself what calls carry, and from where a cookie was sent.
export const config = { matcher: '/((?!api/|_next/static|_next/image|favicon.ico|icon.svg).*)' };
