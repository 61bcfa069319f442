import { runTool } from '../run-command.ts';

/** Builds the web app for production. Takes no time when nothing it is made of has changed. */
export async function buildWeb(): Promise<void> {
  console.log('Building the web app …');
  const code = await runTool('turbo', [
    'run',
    'build',
    '--filter=@resumint/web',
    '--output-logs=errors-only',
  ]);
  if (code !== 0) throw new Error('The web app could not be built.');
}
