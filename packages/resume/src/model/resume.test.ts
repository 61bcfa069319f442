import { describe, expect, it } from 'vitest';
import { Resume } from './resume.ts';

describe('Resume', () => {
  it.each(['2014', '2014-06', '2014-06-29'])('allows the date %s', (startDate) => {
    expect(Resume.parse({ work: [{ startDate }] })).toEqual({ work: [{ startDate }] });
  });

  it.each(['', '14', '2014-6', '2014-13', '2014-06-32', '2014/06', 'Present', null])(
    'refuses the date %j',
    (startDate) => {
      expect(Resume.safeParse({ work: [{ startDate }] }).success).toBe(false);
    },
  );

  it.each([
    ['an empty text', { basics: { name: '  ' } }],
    ['a null', { basics: { name: null } }],
    ['a text over 5,000 characters', { basics: { summary: 'a'.repeat(5_001) } }],
    ['a list over 100 entries', { work: Array.from({ length: 101 }, () => ({ name: 'Acme' })) }],
    ['an address that runs code', { basics: { url: 'javascript:alert(1)' } }],
    ['an e-mail address that is none', { basics: { email: 'ada at example' } }],
    [
      'more than 200,000 characters in all',
      { work: Array.from({ length: 50 }, () => ({ summary: 'a'.repeat(5_000) })) },
    ],
  ])('refuses %s', (_, resume) => {
    expect(Resume.safeParse(resume).success).toBe(false);
  });

  it('drops keys it does not know', () => {
    expect(Resume.parse({ meta: {}, basics: { name: 'Ada', age: 36 } })).toEqual({ basics: { name: 'Ada' } });
  });
});
