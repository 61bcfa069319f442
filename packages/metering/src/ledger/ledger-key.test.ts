import { describe, expect, it } from 'vitest';
import { importAnywhere, importLedgerKey } from './ledger-key.ts';

const TEXTS = ['', 'a', 'Zürich → 東京 🎉', 'x'.repeat(10_000)];

describe('a ledger key', () => {
  it.each(TEXTS)('signs the same on Node and where there is no Node: %#', (text) => {
    for (const secret of ['secret', 'ein längerer Schlüssel '.repeat(10)]) {
      expect(importLedgerKey(secret)(text)).toBe(importAnywhere(secret)(text));
    }
  });

  it('signs as RFC 4231 says, cut to 16 bytes', () => {
    // Test case 2: key "Jefe", 5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843.
    const signed = Buffer.from(importAnywhere('Jefe')('what do ya want for nothing?'), 'base64url');
    expect(signed.toString('hex')).toBe('5bdcc146bf60754e6a042426089575c7');
  });
});
