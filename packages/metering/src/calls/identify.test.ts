import { describe, expect, it } from 'vitest';
import { newClaim, operationIdOf, payloadHashOf } from './identify.ts';

describe('operationIdOf', () => {
  it('is the same for the same person and key, and fits its column', () => {
    const id = operationIdOf('usr_1', 'key');
    expect(id).toMatch(/^op_[0-9a-hj-km-np-tv-z]{26}$/);
    expect(operationIdOf('usr_1', 'key')).toBe(id);
  });

  it('differs by person and by key', () => {
    const ids = [
      operationIdOf('usr_1', 'key'),
      operationIdOf('usr_2', 'key'),
      operationIdOf('usr_1', 'kex'),
      operationIdOf('usr_1', 'KEY'),
    ];
    expect(new Set(ids).size).toBe(4);
  });
});

describe('payloadHashOf', () => {
  it('differs by operation and by input, and fits its column', () => {
    const hashes = [
      payloadHashOf('parse', { id: 'doc_1' }),
      payloadHashOf('summarize', { id: 'doc_1' }),
      payloadHashOf('parse', { id: 'doc_2' }),
    ];
    expect(new Set(hashes).size).toBe(3);
    expect(hashes.map(({ length }) => length)).toEqual([24, 24, 24]);
    expect(payloadHashOf('parse', { id: 'doc_1' })).toBe(hashes[0]);
  });
});

describe('newClaim', () => {
  it('is another each time', () => {
    expect(new Set(Array.from({ length: 1_000 }, newClaim)).size).toBe(1_000);
  });
});
