const ALLOWED_METHODS = 'GET, POST';
const ALLOWED_HEADERS = 'content-type, trpc-accept, authorization';
const EXPOSED_HEADERS = 'RateLimit, RateLimit-Policy, Retry-After';
/** The longest that any browser keeps the answer to a preflight. */
const PREFLIGHT_SECONDS = 7200;

/** Answers the question that a browser asks before a call from another origin. Null for any other request. */
export function answerPreflight(request: Request, origins: readonly string[]): Response | null {
  if (request.method !== 'OPTIONS') return null;
  const response = new Response(null, { status: 204 });
  if (trustedOrigin(request, origins) !== null) {
    response.headers.set('Access-Control-Allow-Methods', ALLOWED_METHODS);
    response.headers.set('Access-Control-Allow-Headers', ALLOWED_HEADERS);
    response.headers.set('Access-Control-Max-Age', String(PREFLIGHT_SECONDS));
  }
  return shareWith(response, request, origins);
}

/** Lets pages of these origins read a response, with their cookie. No other origin is told anything. */
export function shareWith(response: Response, request: Request, origins: readonly string[]): Response {
  const origin = trustedOrigin(request, origins);
  response.headers.append('Vary', 'Origin');
  if (origin === null) return response;
  response.headers.set('Access-Control-Allow-Origin', origin);
  response.headers.set('Access-Control-Allow-Credentials', 'true');
  response.headers.set('Access-Control-Expose-Headers', EXPOSED_HEADERS);
  return response;
}

function trustedOrigin({ headers }: Request, origins: readonly string[]): string | null {
  const origin = headers.get('origin');
  return origin !== null && origins.includes(origin) ? origin : null;
}
