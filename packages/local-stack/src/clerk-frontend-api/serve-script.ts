import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Answer, Call } from './call.ts';
import { notFound } from './clerk-error.ts';
import type { StandIn } from './stand-in.ts';

const require = createRequire(import.meta.url);
const folders: Partial<Record<string, string>> = {
  'clerk-js': dirname(require.resolve('@clerk/clerk-js')),
  ui: join(dirname(require.resolve('@clerk/ui/package.json')), 'dist'),
};

/** The real scripts of Clerk, out of the installed packages. The version that is asked for is not looked at. */
export async function serveScript(_: StandIn, { parameters: [name = '', file = ''] }: Call): Promise<Answer> {
  const folder = folders[name];
  if (folder === undefined) throw notFound(`script of @clerk/${name}`);
  try {
    return { kind: 'script', text: await readFile(join(folder, file)) };
  } catch {
    throw notFound(`file ${file} of @clerk/${name}`);
  }
}
