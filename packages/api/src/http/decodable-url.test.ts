import { expect, it } from 'vitest';
import { decodableUrl } from './decodable-url.ts';

it.each([
  'http://resumint.test/api/trpc/a.b?input=%7B%7D',
  'http://resumint.test/api/trpc/a.b%2Cc.d?batch=1',
])('leaves %s as it is', (url) => {
  expect(decodableUrl(url)).toBe(url);
});

it('makes a path that decodes to nothing one that does', () => {
  const url = decodableUrl('http://resumint.test/api/trpc/%E0%A4?batch=1');
  expect(decodeURIComponent(new URL(url).pathname)).toBe('/api/trpc/%E0%A4');
  expect(new URL(url).search).toBe('?batch=1');
});
