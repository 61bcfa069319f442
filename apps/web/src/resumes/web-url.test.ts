import { expect, it } from 'vitest';
import { printedUrl, webUrl } from './web-url.ts';

it.each([
  ['https://www.example.com/', 'example.com'],
  ['http://example.com/a/?b=c', 'example.com/a/?b=c'],
])('leads to %s, printed as %s', (address, printed) => {
  const url = webUrl(address);
  expect(url && printedUrl(url)).toBe(printed);
});

it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://example.com', 'example.com', '', undefined])(
  'leads nowhere from %s',
  (address) => {
    expect(webUrl(address)).toBeNull();
  },
);
