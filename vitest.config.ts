import { defineConfig } from 'vitest/config';

const exclude = ['**/node_modules/**', '**/.next/**', '**/.data/**'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['{apps,packages,drizzle,scripts,e2e}/**/*.test.ts'],
          exclude: [...exclude, '**/*.integration.test.ts'],
          // They share no state, and a third of the time to load what they test.
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['{apps,packages,drizzle,scripts}/**/*.integration.test.ts'],
          exclude,
          globalSetup: './packages/testing/src/global-setup.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          maxWorkers: 2,
        },
      },
    ],
  },
});
