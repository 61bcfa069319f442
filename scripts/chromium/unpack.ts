import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canUnpackDebianPackages, libraryFolders, unpackDebianPackages } from '@resumint/local-stack';
import { root } from '../run-command.ts';
import { canRun } from './run-quietly.ts';

const PACKAGES = ['chromium', 'fonts-dejavu-core'];
const LAUNCHER = 'run-chromium';

/** Debian's package, unpacked under `.data/` without root. Ubuntu has a package of this name that holds no browser. */
export async function unpackChromium(log: (line: string) => void): Promise<string | undefined> {
  if (!(await canUnpackDebianPackages())) return undefined;
  const unpacked = await unpackDebianPackages({
    packages: PACKAGES,
    cacheDirectory: join(root, '.data', 'chromium'),
    begin: () => log('Unpacking Chromium from the distribution’s packages, once …'),
    complete: writeLauncher,
  });
  const launcher = join(unpacked, LAUNCHER);
  if (await canRun(launcher)) return launcher;
  throw new Error(`The unpacked Chromium does not run: ${launcher} --version says why.`);
}

/** It finds libraries and fonts beside itself, so that the folder can get another name. */
async function writeLauncher(unpacked: string): Promise<void> {
  const folders = (await libraryFolders(unpacked))
    .map((folder) => folder.slice(unpacked.length))
    // PulseAudio looks for a library of its own by an absolute path.
    .flatMap((folder) => [folder, `${folder}/pulseaudio`]);
  const lines = [
    '#!/bin/sh',
    'here=$(dirname "$(readlink -f "$0")")',
    `export LD_LIBRARY_PATH="${folders.map((folder) => `$here${folder}`).join(':')}"`,
    '[ -e /etc/fonts/fonts.conf ] || export FONTCONFIG_FILE="$here/fonts.conf"',
    'cd "$here" && exec "$here/usr/lib/chromium/chromium" "$@"',
  ];
  const fonts =
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">' +
    '<fontconfig><dir prefix="cwd">usr/share/fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>';
  await writeFile(join(unpacked, 'fonts.conf'), fonts);
  await writeFile(join(unpacked, LAUNCHER), lines.join('\n'));
  await chmod(join(unpacked, LAUNCHER), 0o755);
}
