import { build } from 'esbuild';

/** Gives the bundled packages that are CommonJS the `require` that a module has not. */
const REQUIRE = `import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);`;

/** Writes a program for Node as one file: it starts several times as fast as its modules would. */
export async function bundleProgram(entry: string, program: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile: program,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'es2024',
    banner: { js: REQUIRE },
    logLevel: 'error',
  });
}
