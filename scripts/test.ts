import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readBrowserReport } from './read-browser-report.ts';
import { readTestReport, type TestCounts } from './read-test-report.ts';
import { root, runScript, runTool } from './run-command.ts';

const vitestArguments = process.argv.slice(2);
const isWhole = vitestArguments.length === 0;
const reportFile = join(root, '.data', 'test-report.json');
const browserReportFile = join(root, '.data', 'e2e-report.json');

let passed = 0;
let failed = 0;

// With arguments, the person asks for some tests: those run alone.
if (isWhole) await runStep('scripts/verify.ts');
if (failed === 0) await runTests();
if (isWhole && failed === 0) await runStep('scripts/smoke.ts');
if (isWhole && failed === 0) await runBrowserTests();

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runStep(script: string): Promise<void> {
  if ((await runScript(script)) !== 0) failed += 1;
}

async function runTests(): Promise<void> {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const run = () => runTool('vitest', ['run', ...reporters, ...vitestArguments]);
  await count(reportFile, { run, read: readTestReport });
}

async function runBrowserTests(): Promise<void> {
  await count(browserReportFile, { run: () => runScript('scripts/e2e.ts'), read: readBrowserReport });
}

async function count(
  file: string,
  { run, read }: { run: () => Promise<number>; read: (file: string) => TestCounts },
): Promise<void> {
  mkdirSync(join(root, '.data'), { recursive: true, mode: 0o700 });
  rmSync(file, { force: true });
  const code = await run();
  const report = read(file);
  passed += report.passed;
  // What fails outside any test, such as an unhandled rejection, is in the exit code alone.
  failed += code === 0 ? report.failed : Math.max(report.failed, 1);
}
