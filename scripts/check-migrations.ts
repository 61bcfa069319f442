import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './run-command.ts';

// Inside the repository, so that the copied schema finds its packages.
mkdirSync(join(root, '.data'), { recursive: true, mode: 0o700 });
const copy = mkdtempSync(join(root, '.data', 'check-migrations-'));

try {
  cpSync(join(root, 'drizzle'), join(copy, 'drizzle'), {
    recursive: true,
    filter: (source) => !/[/\\](node_modules|seed|\.turbo)$/.test(source),
  });
  const before = migrations();
  const report = generate();
  const missing = migrations().filter((file) => !before.includes(file));
  if (missing.length > 0) {
    console.error('The schema says what no migration does:');
    for (const file of missing) {
      console.error(readFileSync(join(copy, 'drizzle', 'migrations', file), 'utf8'));
    }
    process.exitCode = 1;
  } else if (!report.includes('No schema changes')) {
    // drizzle-kit exits with 0 even when it stops to ask whether a column was renamed.
    console.error(report, 'The schema has changed in a way that generating a migration must ask about.');
    process.exitCode = 1;
  } else {
    console.log(`The schema and its ${before.length} migrations agree.`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}

function migrations(): string[] {
  return readdirSync(join(copy, 'drizzle', 'migrations')).filter((file) => file.endsWith('.sql'));
}

function generate(): string {
  const drizzleKit = join(root, 'node_modules', '.bin', 'drizzle-kit');
  return execFileSync(drizzleKit, ['generate', '--config', 'drizzle/drizzle.config.ts'], {
    cwd: copy,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
    timeout: 120_000,
  });
}
