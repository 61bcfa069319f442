import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import type { TestCounts } from './read-test-report.ts';

const Count = z.int().min(0);
const PlaywrightReport = z.object({
  stats: z.object({ expected: Count, unexpected: Count, flaky: Count }),
  /** What failed outside any test, such as the start of the product. */
  errors: z.array(z.unknown()),
});

/** Counts what passed only in a second try as failed. A report that was never written has no tests. */
export function readBrowserReport(file: string): TestCounts {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const { stats, errors } = PlaywrightReport.parse(JSON.parse(readFileSync(file, 'utf8')));
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
