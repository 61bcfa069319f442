import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readTestReport } from './read-test-report.ts';
import { root, runScript, runTool } from './run-command.ts';

const vitestArguments = process.argv.slice(2);
const isWhole = vitestArguments.length === 0;
const reportFile = join(root, '.data', 'test-report.json');

let passed = 0;
let failed = 0;

// With arguments, the person asks for some tests: those run alone.
if (isWhole) await runStep('scripts/verify.ts');
if (failed === 0) await runTests();
if (isWhole && failed === 0 && existsSync(join(root, 'scripts/smoke.ts'))) await runStep('scripts/smoke.ts');

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

async function runStep(script: string): Promise<void> {
  if ((await runScript(script)) !== 0) failed += 1;
}

async function runTests(): Promise<void> {
  mkdirSync(join(root, '.data'), { recursive: true, mode: 0o700 });
  rmSync(reportFile, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const code = await runTool('vitest', ['run', ...reporters, ...vitestArguments]);
  const report = readTestReport(reportFile);
  passed += report.passed;
  // What fails outside any test, such as an unhandled rejection, is in the exit code alone.
  failed += code === 0 ? report.failed : Math.max(report.failed, 1);
}
