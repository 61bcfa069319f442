import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readTestReport } from './read-test-report.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resumint-report-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('readTestReport', () => {
  it('counts tests, and a file that could not run as one failure', async () => {
    const file = await writeReport({
      numPassedTests: 3,
      numFailedTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    });
    expect(readTestReport(file)).toEqual({ passed: 3, failed: 2 });
  });

  it('has no tests where no report was written', () => {
    expect(readTestReport(join(folder, 'never.json'))).toEqual({ passed: 0, failed: 0 });
  });

  it('throws on a report it does not know', async () => {
    const file = await writeReport({ passed: 3 });
    expect(() => readTestReport(file)).toThrow(TypeError);
  });
});

async function writeReport(report: object): Promise<string> {
  const file = join(folder, 'report.json');
  await writeFile(file, JSON.stringify(report));
  return file;
}
