import { runScript, runTool } from './run-command.ts';

const checks: { title: string; check: () => Promise<number>; remedy?: string }[] = [
  {
    title: 'Formatting',
    check: () => runTool('prettier', ['--check', '--log-level', 'warn', '.']),
    remedy: 'npm run format',
  },
  { title: 'Lint', check: () => runTool('oxlint', []) },
  { title: 'Types', check: checkTypes },
  { title: 'Boundaries between packages', check: () => runTool('turbo', ['boundaries']) },
  { title: 'Unused files, exports and dependencies', check: () => runTool('knip', ['--no-progress']) },
  { title: 'References in documents', check: () => runScript('scripts/check-docs.ts') },
  {
    title: 'Migrations',
    check: () => runScript('scripts/check-migrations.ts'),
    remedy: 'npm run db:generate',
  },
];

/** The pages are bundled, and the scripts have one that is plain JavaScript; all else is one program, checked at once. */
async function checkTypes(): Promise<number> {
  for (const project of ['.', 'apps/web', 'scripts']) {
    const code = await runTool('tsc', ['--project', project]);
    if (code !== 0) return code;
  }
  return 0;
}

for (const { title, check, remedy } of checks) {
  console.log(`\n── ${title}`);
  const code = await check();
  if (code === 0) continue;
  console.error(`\n✗ ${title} failed.${remedy ? ` Remedy: ${remedy}` : ''}`);
  process.exit(code);
}
console.log(`\n✓ All ${checks.length} checks passed.`);
