import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrokenReferences } from './find-broken-references.ts';
import { root } from './run-command.ts';

const files = listFiles();
const repository = { files: new Set(files), npmScripts: readNpmScripts() };
const documents = files.filter((file) => file.endsWith('.md') && !file.includes('/fixtures/'));
const broken = documents.flatMap((path) =>
  findBrokenReferences({ path, text: readFileSync(join(root, path), 'utf8') }, repository),
);

for (const sentence of broken) {
  console.error(sentence);
}
if (broken.length === 0) console.log(`What ${documents.length} documents name is there.`);
process.exitCode = broken.length === 0 ? 0 : 1;

/** Tracked, or new and not ignored, and not deleted. */
function listFiles(): string[] {
  const listing = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
  });
  return listing.split('\0').filter((file) => file !== '' && existsSync(join(root, file)));
}

function readNpmScripts(): Set<string> {
  const manifest: unknown = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const hasScripts = typeof manifest === 'object' && manifest !== null && 'scripts' in manifest;
  if (!hasScripts || typeof manifest.scripts !== 'object' || manifest.scripts === null) {
    throw new TypeError('package.json has no scripts.');
  }
  return new Set(Object.keys(manifest.scripts));
}
