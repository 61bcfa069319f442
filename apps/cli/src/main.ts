import { compose } from './composition.ts';
import { run } from './run.ts';

const { terminal, args } = compose();
process.exitCode = await run(terminal, args);
