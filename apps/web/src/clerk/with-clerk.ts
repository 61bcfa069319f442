import { clerkMiddleware } from '@clerk/nextjs/server';
import { NextResponse, type NextFetchEvent, type NextRequest } from 'next/server';
import type { ClerkSettings } from './clerk-variables.ts';

interface WithClerkOptions {
  settings: ClerkSettings;
  /** Of the app: tokens made for other sites are not accepted. */
  origin: string;
  /** Answers a request whose session token is this. It is verified, but may be of a session that has ended. */
  respond: (request: NextRequest, token: string | null) => NextResponse;
}

/**
 * Lets Clerk renew the session of a page that is opened after its token has expired. Its secret key is read from the
 * environment by Clerk itself: given here, it would have to be encrypted under a key more.
 */
export function withClerk({ settings, origin, respond }: WithClerkOptions) {
  const { publishableKey, jwtKey, proxyUrl } = settings;
  const options = {
    publishableKey,
    jwtKey,
    authorizedParties: [origin],
    signInUrl: '/sign-in',
    signUpUrl: '/sign-up',
    ...(proxyUrl !== null && { proxyUrl }),
  };
  return async (request: NextRequest, event: NextFetchEvent): Promise<Response> => {
    let token: string | null = null;
    // Clerk rewrites an answer that goes on to a page to the URL that it saw, and Next sees 127.0.0.1 as localhost
    // there: it would pass the request on to itself without end. So this one goes nowhere, and only tells.
    const told = await clerkMiddleware(async (auth) => {
      const { getToken } = await auth();
      token = await getToken();
      return new NextResponse(null);
    }, options)(request, event);
    if (told?.headers.has('location')) return told;
    const response = respond(request, token);
    for (const cookie of told?.headers.getSetCookie() ?? []) response.headers.append('set-cookie', cookie);
    return response;
  };
}
