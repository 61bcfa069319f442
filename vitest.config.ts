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
          // They keep no state that another one could meet, and load what they share once.
          isolate: false,
          sequence: { groupOrder: 0 },
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
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
