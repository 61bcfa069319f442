import { NextResponse, type NextRequest } from 'next/server';
import { environment } from './environment.ts';
import { NONCE_HEADER, securityHeaders } from './security-headers.ts';

/** Gives each page a nonce of its own, and the headers that keep it to itself. */
export function proxy(request: NextRequest): NextResponse {
  const { APP_ORIGIN, EDGE_URL } = environment();
  const nonce = btoa(crypto.randomUUID());
  const headers = securityHeaders({
    nonce,
    isHttps: APP_ORIGIN.startsWith('https:'),
    connect: EDGE_URL === undefined ? [] : [new URL(EDGE_URL).origin],
  });
  const forwarded = new Headers(request.headers);
  forwarded.set(NONCE_HEADER, nonce);
  forwarded.set('Content-Security-Policy', headers['Content-Security-Policy'] ?? '');
  const response = NextResponse.next({ request: { headers: forwarded } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

export const config = { matcher: '/((?!_next/static|_next/image|favicon.ico|icon.svg).*)' };
