import { describe, expect, it } from 'vitest';
import { normalizeCredentials } from './credentials.ts';

const password = 'a long enough password';

describe('normalizeCredentials', () => {
  it.each([
    [' Ada@Example.COM\n', 'ada@example.com'],
    ['\uff21da@example.com', 'ada@example.com'],
    ['jose\u0301@example.com', 'jos\u00e9@example.com'],
  ])('reads %j as one email', (email, normalized) => {
    expect(normalizeCredentials({ email, password })).toEqual({ email: normalized, password });
  });

  it.each([
    '',
    '@',
    'ada',
    'ada@',
    '@example.com',
    'a da@example.com',
    'a@b@c',
    `${'x'.repeat(243)}@example.com`,
  ])('has no account for the email %.20j', (email) => {
    expect(normalizeCredentials({ email, password })).toBeNull();
  });

  it.each([
    [9, false],
    [10, true],
    [200, true],
    [201, false],
  ])('has an account for a password of %i characters: %s', (length, isAllowed) => {
    const credentials = { email: 'ada@example.com', password: 'x'.repeat(length) };
    expect(normalizeCredentials(credentials) !== null).toBe(isAllowed);
  });

  it('leaves the password as it was typed', () => {
    const typed = '  Spaces And CAPITALS  ';
    expect(normalizeCredentials({ email: 'ada@example.com', password: typed })?.password).toBe(typed);
  });
});
