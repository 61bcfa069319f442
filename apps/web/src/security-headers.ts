export const NONCE_HEADER = 'x-nonce';

const YEAR_S = 365 * 24 * 60 * 60;

interface Policy {
  nonce: string;
  /** The app's own address: over https the browser is told to stay there. */
  isHttps: boolean;
  /** Origins besides the app's own that a page may call. */
  connect: string[];
  /** Clerk's components are on the pages: they show pictures of people, and check that there is one. */
  hasClerk: boolean;
}

export function securityHeaders(policy: Policy): Record<string, string> {
  return {
    'Content-Security-Policy': contentSecurityPolicy(policy),
    'Referrer-Policy': 'strict-origin-when-cross-origin',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    ...(policy.isHttps && { 'Strict-Transport-Security': `max-age=${YEAR_S}; includeSubDomains` }),
  };
}

function contentSecurityPolicy({ nonce, isHttps, connect, hasClerk }: Policy): string {
  return [
    `default-src 'self'`,
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
    // Components set sizes and colors by style attributes, which no nonce can allow.
    `style-src 'self' 'unsafe-inline'`,
    `img-src 'self' data:${hasClerk ? ' https://img.clerk.com' : ''}`,
    `font-src 'self'`,
    `connect-src ${["'self'", ...connect].join(' ')}`,
    ...(hasClerk ? [`frame-src https://challenges.cloudflare.com`, `worker-src 'self' blob:`] : []),
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
    `frame-ancestors 'none'`,
    ...(isHttps ? ['upgrade-insecure-requests'] : []),
  ].join('; ');
}
