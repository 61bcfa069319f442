import { describe, expect, it } from 'vitest';
import { limitParts } from './limit-parts.ts';

const encoder = new TextEncoder();
const formOf = (parts: number, content = 'text') => {
  const one = `--bound\r\ncontent-disposition: form-data; name="a"\r\n\r\n${content}\r\n`;
  return encoder.encode(`${one.repeat(parts)}--bound--\r\n`);
};
const refusalOf = (bytes: Uint8Array, { contentType = TYPE, chunkBytes = bytes.length } = {}) => {
  const check = limitParts(contentType);
  for (let at = 0; at < bytes.length; at += chunkBytes) {
    const refused = check(bytes.subarray(at, at + chunkBytes));
    if (refused) return refused.message;
  }
  return null;
};
const TYPE = 'multipart/form-data; boundary=bound';

describe('limitParts', () => {
  it.each([1, 2, 7, 1_000])('takes 20 parts and no more, in chunks of %i bytes', (chunkBytes) => {
    expect(refusalOf(formOf(20), { chunkBytes })).toBeNull();
    expect(refusalOf(formOf(21), { chunkBytes })).toMatch(/too many fields/);
  });

  it('counts no boundary inside a file', () => {
    expect(refusalOf(formOf(1, '--bound and --bound\r\n-bound '.repeat(100)))).toBeNull();
    expect(refusalOf(new Uint8Array(1_000).fill(0x80))).toBeNull();
  });

  it.each(['multipart/form-data; boundary="bound"', 'multipart/form-data;boundary=bound; charset=utf-8'])(
    'reads the boundary of %s',
    (contentType) => {
      expect(refusalOf(formOf(20), { contentType })).toBeNull();
      expect(refusalOf(formOf(21), { contentType })).toMatch(/too many fields/);
    },
  );

  it.each(['multipart/form-data', 'multipart/form-data; boundary=', 'multipart/form-data; boundary="a\\"b"'])(
    'takes no form of type %s',
    (contentType) => expect(refusalOf(formOf(1), { contentType })).toMatch(/divided/),
  );
});
