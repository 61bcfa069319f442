import { globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PAGES, pathOf } from './pages.ts';
import { routeOf } from './route-of.ts';

const app = join(import.meta.dirname, '../apps/web/src/app');

it('lists every page that the web app has, but for the gallery of states', () => {
  const listed: string[] = PAGES.map(({ route }) => route);
  const missing = globSync('**/page.tsx', { cwd: app })
    .map(routeOf)
    .filter((route) => !listed.includes(route) && !route.startsWith('/gallery'));
  expect(missing).toEqual([]);
});

it.each([
  ['page.tsx', '/'],
  ['(signed-in)/resumes/[resumeId]/page.tsx', '/resumes/[resumeId]'],
])('finds the route of %s', (file, route) => {
  expect(routeOf(file)).toBe(route);
});

it('leads to what a person has', () => {
  const subjects = { resumeId: 'res_1', documentId: 'doc_2', operationId: 'op_3' };
  expect(pathOf('resume', subjects)).toBe('/resumes/res_1');
  expect(pathOf('import', subjects)).toBe('/imports/doc_2');
  expect(pathOf('receipt', subjects)).toBe('/billing/receipts/op_3');
  expect(pathOf('home', subjects)).toBe('/');
});
