import { describe, expect, it } from 'vitest';
import { documentName } from './document-name.ts';

describe('documentName', () => {
  it.each([
    ['Ada Lovelace.pdf', 'Ada Lovelace.pdf'],
    ['  Zoë 履歴書 😀.pdf ', 'Zoë 履歴書 😀.pdf'],
    ['one\r\nSet-Cookie: a\u0000\u001b[31m.pdf', 'oneSet-Cookie: a[31m.pdf'],
    ['resume\u202efdp.exe\u2066\u200f', 'resumefdp.exe'],
    ['a\ud800b', 'ab'],
    ['', 'document'],
    ['\t \u202e\u0085', 'document'],
  ])('makes %j into %j', (fileName, name) => expect(documentName(fileName)).toBe(name));

  it('cuts what is longer than 255 characters, and no character in two', () => {
    expect(documentName('n'.repeat(100_000))).toBe('n'.repeat(255));
    expect(documentName(`${'n'.repeat(254)}😀`)).toBe('n'.repeat(254));
  });
});
