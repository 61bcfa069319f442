import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ZodError } from 'zod';
import { readBrowserReport } from './read-browser-report.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resumint-report-'));
});

afterEach(() => rm(folder, { recursive: true, force: true }));

describe('readBrowserReport', () => {
  it('counts what passed, and as failed what failed, passed late, or broke outside any test', async () => {
    const stats = { expected: 5, unexpected: 2, flaky: 1, skipped: 4 };
    const file = await writeReport({ stats, errors: [{ message: 'It did not start.' }] });
    expect(readBrowserReport(file)).toEqual({ passed: 5, failed: 4 });
  });

  it('has no tests where no report was written', () => {
    expect(readBrowserReport(join(folder, 'never.json'))).toEqual({ passed: 0, failed: 0 });
  });

  it('throws on a report it does not know', async () => {
    const file = await writeReport({ numPassedTests: 3 });
    expect(() => readBrowserReport(file)).toThrow(ZodError);
  });
});

async function writeReport(report: object): Promise<string> {
  const file = join(folder, 'report.json');
  await writeFile(file, JSON.stringify(report));
  return file;
}
