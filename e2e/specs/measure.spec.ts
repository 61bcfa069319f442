import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { measureLoad } from '../measure/measure-load.ts';
import { expect, test } from '../fixtures/test.ts';

const script = `globalThis.words = ${JSON.stringify('All that is loaded counts. '.repeat(200))};`;
const later = `document.title = 'Later';`;

const head = '<!doctype html><html lang="en"><title>A page</title><link rel="icon" href="data:," />';
const answers: Record<string, { contentType: string; body: string }> = {
  '/still': { contentType: 'text/html', body: `${head}<script src="/a.js"></script><h1>It stands</h1>` },
  '/moving': {
    contentType: 'text/html',
    body: `${head}<h1>It moves</h1><script>
      requestAnimationFrame(() => requestAnimationFrame(() => {
        document.body.prepend(Object.assign(document.createElement('div'), { style: 'height: 300px' }));
      }));
      addEventListener('load', () => setTimeout(() => {
        document.body.append(Object.assign(document.createElement('script'), { src: '/later.js' }));
      }));
    </script>`,
  },
  '/slow': {
    contentType: 'text/html',
    body: `${head}<button type="button">Think</button><script>
      document.querySelector('button').addEventListener('click', () => {
        const until = performance.now() + 200;
        while (performance.now() < until);
      });
    </script>`,
  },
  '/a.js': { contentType: 'text/javascript', body: script },
  '/later.js': { contentType: 'text/javascript', body: later },
};

test.beforeEach(({ context }) =>
  context.route('**/*', (route) => {
    const answer = answers[new URL(route.request().url()).pathname];
    return route.fulfill(answer ?? { status: 404, body: 'Gone' });
  }),
);

test('a load is measured by its compressed scripts, its largest paint and its shifts', async ({
  context,
}) => {
  const { scriptBytes, lcpMs, cls } = await measureLoad(context, '/still');
  expect(scriptBytes).toBe(gzipSync(script).length);
  expect(lcpMs).toBeGreaterThan(0);
  expect(cls).toBe(0);
});

test('a page that moves is found out, and scripts after its load are not of the first load', async ({
  context,
}) => {
  const { scriptBytes, cls } = await measureLoad(context, '/moving');
  expect(scriptBytes).toBe(0);
  expect(cls).toBeGreaterThan(0.02);
});

test('what a page makes a person wait for is found out, and nothing where nothing is done', async ({
  context,
}) => {
  const think = (page: Page) => page.getByRole('button', { name: 'Think' }).click();
  expect((await measureLoad(context, '/slow', [think])).inpMs).toBeGreaterThanOrEqual(200);
  expect((await measureLoad(context, '/still')).inpMs).toBeNull();
});

test('a page that is not there cannot be measured', async ({ context, problems }) => {
  problems.announce(/404.*\/gone/);
  await expect(measureLoad(context, '/gone')).rejects.toThrow('/gone answers with 404');
});
