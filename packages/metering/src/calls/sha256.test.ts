import { describe, expect, it } from 'vitest';
import { sha256, sha256Anywhere } from './sha256.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');

describe('sha256', () => {
  it.each(['', 'a', 'Zürich → 東京 🎉', 'x'.repeat(100_000)])(
    'is the same on Node and where there is no Node: %#',
    (text) => {
      expect(hex(sha256(text))).toBe(hex(sha256Anywhere(text)));
    },
  );

  it('is what FIPS 180-4 says', () => {
    expect(hex(sha256('abc'))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});
