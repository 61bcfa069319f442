import { runTool } from '../run-command.ts';

/** Builds the web app and the edge for production. Takes no time when nothing they are made of has changed. */
export async function buildApps(): Promise<void> {
  console.log('Building …');
  const code = await runTool('turbo', [
    'run',
    'build',
    '--filter=@resumint/web',
    '--filter=@resumint/edge',
    '--output-logs=errors-only',
  ]);
  if (code !== 0) throw new Error('The apps could not be built.');
}
