import { describe, expect, it } from 'vitest';
import { securityHeaders } from './security-headers.ts';

const POLICY = { nonce: 'bm9uY2U=', isHttps: true, connect: ['https://edge.example'], hasClerk: false };

describe('securityHeaders', () => {
  it('lets no script run that does not carry the nonce', () => {
    const policy = directives(POLICY);
    expect(policy['script-src']).toBe("'self' 'nonce-bm9uY2U=' 'strict-dynamic'");
    expect(policy['default-src']).toBe("'self'");
    expect(policy['object-src']).toBe("'none'");
    expect(policy['base-uri']).toBe("'none'");
  });

  it('lets nobody frame the app, and forms go nowhere else', () => {
    expect(directives(POLICY)).toMatchObject({ 'frame-ancestors': "'none'", 'form-action': "'self'" });
    expect(securityHeaders(POLICY)).toMatchObject({ 'X-Frame-Options': 'DENY' });
  });

  it('lets pages call the app and the edge alone', () => {
    expect(directives(POLICY)['connect-src']).toBe("'self' https://edge.example");
    expect(directives({ ...POLICY, connect: [] })['connect-src']).toBe("'self'");
  });

  it('opens to what Clerk’s components show on its pages alone', () => {
    expect(directives(POLICY)).toMatchObject({ 'img-src': "'self' data:" });
    expect(directives(POLICY)).not.toHaveProperty('frame-src');
    expect(directives({ ...POLICY, hasClerk: true })).toMatchObject({
      'img-src': "'self' data: https://img.clerk.com",
      'frame-src': 'https://challenges.cloudflare.com',
      'worker-src': "'self' blob:",
    });
  });

  it('keeps browsers on https, where the app is', () => {
    expect(securityHeaders(POLICY)).toHaveProperty('Strict-Transport-Security');
    expect(securityHeaders({ ...POLICY, isHttps: false })).not.toHaveProperty('Strict-Transport-Security');
  });
});

function directives(policy: typeof POLICY): Record<string, string> {
  const text = securityHeaders(policy)['Content-Security-Policy'] ?? '';
  return Object.fromEntries(
    text.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values.join(' ')];
    }),
  );
}
