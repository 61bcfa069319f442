import { existsSync, readFileSync } from 'node:fs';

export interface TestCounts {
  passed: number;
  failed: number;
}

/** Counts a file that could not run as one failure. A report that was never written has no tests. */
export function readTestReport(file: string): TestCounts {
  if (!existsSync(file)) return { passed: 0, failed: 0 };
  const report = parseReport(readFileSync(file, 'utf8'));
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every(isNotFailed),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + brokenFiles.length };
}

interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

function isNotFailed({ status }: { status: string }): boolean {
  return status !== 'failed';
}

function parseReport(text: string): VitestReport {
  const report: unknown = JSON.parse(text);
  if (!isReport(report)) throw new TypeError('The test report is not one of vitest.');
  return report;
}

function isReport(value: unknown): value is VitestReport {
  return (
    typeof value === 'object' &&
    value !== null &&
    'numPassedTests' in value &&
    'numFailedTests' in value &&
    'testResults' in value &&
    typeof value.numPassedTests === 'number' &&
    typeof value.numFailedTests === 'number' &&
    Array.isArray(value.testResults)
  );
}
