import { join } from 'node:path';
import { build } from 'esbuild';
import { tokenizerOnDemand } from './tokenizer-on-demand.ts';

/** Bundles the worker into one module. Fails where that would need anything beside it. */
const { metafile } = await build({
  entryPoints: [join(import.meta.dirname, 'src/worker.ts')],
  outfile: join(import.meta.dirname, 'dist/worker.js'),
  bundle: true,
  format: 'esm',
  platform: 'browser',
  conditions: ['workerd', 'worker'],
  target: 'es2024',
  minify: true,
  charset: 'utf8',
  sourcemap: 'linked',
  metafile: true,
  // How a database is reached on Node alone. Nothing in the worker asks for it, so it is gone from the bundle.
  external: ['./mysql.ts', './node-transport.ts'],
  plugins: [tokenizerOnDemand(join(import.meta.dirname, 'src/tokenizer.ts'))],
});

const missing = Object.values(metafile.outputs).flatMap(({ imports }) => imports.map(({ path }) => path));
if (missing.length > 0) throw new Error(`The worker needs what workerd does not have: ${missing.join(', ')}`);
