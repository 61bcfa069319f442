import { describe, expect, it } from 'vitest';
import { findBrokenReferences } from './find-broken-references.ts';

const repository = {
  files: new Set([
    'README.md',
    'package.json',
    'turbo.json',
    'docs/decisions/ledger.md',
    'docs/running.md',
    'packages/auth/src/auth.ts',
    'packages/metering/src/reserve.ts',
    'apps/web/src/app/[id]/page.tsx',
  ]),
  npmScripts: new Set(['start', 'test', 'db:generate']),
};

function check(text: string, path = 'docs/running.md'): string[] {
  return findBrokenReferences({ path, text }, repository);
}

describe('findBrokenReferences', () => {
  it.each([
    '[ledger](decisions/ledger.md)',
    '[ledger](./decisions/ledger.md#windows "title")',
    '[up](../README.md)',
    '[root](..)',
    '[web](https://example.com/gone.md) and [mail](mailto:a@example.com) and [here](#gone)',
    '`packages/auth/src/auth.ts`',
    '`packages/auth/src/auth.ts:12`',
    '`packages/auth/`',
    '`packages/*/src`',
    '`packages/**/reserve.ts`',
    '`packages/auth/src/auth.*`',
    '`apps/web/src/app/[id]/page.tsx`',
    '`decisions/ledger.md`',
    '`turbo.json` and `reserve.ts`',
  ])('finds what is there: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it.each([
    '`drizzle-orm/mysql2`',
    '`@resumint/auth/local`',
    '`node_modules/.bin/node`',
    '`.data/test-report.json`',
    '`POST /trpc/usage.summary`',
    '`limit / used`',
    '`resume.json`',
    '`usage.summary`',
    '```ts\nimport { x } from "./gone.ts"; `packages/gone.ts`\n```',
  ])('leaves alone what names no path of ours: %s', (text) => {
    expect(check(text)).toEqual([]);
  });

  it.each([
    ['[gone](decisions/gone.md)', 'decisions/gone.md'],
    ['[gone](gone%20too.md)', 'gone too.md'],
    ['`packages/auth/src/gone.ts`', 'packages/auth/src/gone.ts'],
    ['`packages/gone`', 'packages/gone'],
    ['`gone/whole.ts`', 'gone/whole.ts'],
    ['`./gone`', './gone'],
    ['`packages/*/gone`', 'packages/*/gone'],
    ['`gone.ts`', 'gone.ts'],
    ['`knip.json`', 'knip.json'],
    ['`packages/auth/src/auth.tsx`', 'packages/auth/src/auth.tsx'],
  ])('reports what is gone: %s', (text, path) => {
    expect(check(text)).toEqual([`docs/running.md names ${path}, which is not there.`]);
  });

  it('reports each gone path once', () => {
    expect(check('`packages/gone` and [again](packages/gone) and `packages/gone`')).toHaveLength(1);
  });

  it('reports an npm script that is gone, in prose and in code blocks', () => {
    const text =
      'Run `npm run gone`.\n\n```sh\nnpm start\nnpm test\nnpm run db:generate\nnpm run gone:too\n```\n';
    expect(check(text, 'README.md')).toEqual([
      'README.md names the npm script gone, which is not there.',
      'README.md names the npm script gone:too, which is not there.',
    ]);
  });
});
