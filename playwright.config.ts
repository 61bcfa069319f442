import { defineConfig, devices } from '@playwright/test';

const desktop = { viewport: { width: 1280, height: 800 } };
/** Each screen is checked by axe, which keeps a processor busy. */
const SCREEN_BY_SCREEN = /(accessibility|gallery)\.spec\.ts$/;

export default defineConfig({
  testDir: './e2e/specs',
  testMatch: '**/*.spec.ts',
  outputDir: './test-results',
  globalSetup: './e2e/global-setup.ts',
  reporter: [['list'], ['json', { outputFile: '.data/e2e-report.json' }]],
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  use: {
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    // Each step of every test takes a fifth longer with a trace: `npm run e2e -- --trace on` has one.
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'UTC',
  },
  projects: [
    // Beside each other they take longer than one after the other.
    { name: 'accessibility', testMatch: SCREEN_BY_SCREEN, use: desktop, workers: 1 },
    { name: 'desktop', testIgnore: SCREEN_BY_SCREEN, use: desktop },
    {
      name: 'phone',
      grep: /@phone/,
      use: { ...devices['Pixel 5'], viewport: { width: 390, height: 844 } },
    },
  ],
});
