import { runTool } from './run-command.ts';

process.exitCode = await runTool('playwright', ['test', ...process.argv.slice(2)]);
