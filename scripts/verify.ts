import { runScript, runTool } from './run-command.ts';

const checks: { title: string; check: () => Promise<number>; remedy?: string }[] = [
  {
    title: 'Formatting',
    check: () => runTool('prettier', ['--check', '--log-level', 'warn', '.']),
    remedy: 'npm run format',
  },
  { title: 'Lint', check: () => runTool('oxlint', []) },
  { title: 'Types', check: () => runTool('turbo', ['run', 'typecheck', '--output-logs=errors-only']) },
  { title: 'Boundaries between packages', check: () => runTool('turbo', ['boundaries']) },
  { title: 'Unused files, exports and dependencies', check: () => runTool('knip', ['--no-progress']) },
  { title: 'References in documents', check: () => runScript('scripts/check-docs.ts') },
  {
    title: 'Migrations',
    check: () => runScript('scripts/check-migrations.ts'),
    remedy: 'npm run db:generate',
  },
];

for (const { title, check, remedy } of checks) {
  console.log(`\n── ${title}`);
  const code = await check();
  if (code === 0) continue;
  console.error(`\n✗ ${title} failed.${remedy ? ` Remedy: ${remedy}` : ''}`);
  process.exit(code);
}
console.log(`\n✓ All ${checks.length} checks passed.`);
