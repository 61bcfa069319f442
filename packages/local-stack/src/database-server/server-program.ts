/** A server program that can be run: where it is, and what it needs to run from there. */
export interface ServerProgram {
  flavor: 'mariadb' | 'mysql';
  executable: string;
  /** The script that writes MariaDB's system tables; MySQL's server does that itself. */
  installScript: string;
  /** What the executable is started by, with arguments of its own: a loader that brings the libraries. */
  launcher?: readonly string[];
  /** Set for unpacked packages, which do not lie where they were built to lie. */
  basedir?: string;
  env?: Record<string, string>;
}

/** The command that runs the server with these arguments. */
export function commandOf(
  { launcher: [launcher, ...theirs] = [], executable }: ServerProgram,
  args: readonly string[],
): [file: string, args: string[]] {
  if (launcher === undefined) return [executable, [...args]];
  return [launcher, [...theirs, executable, ...args]];
}

/** The arguments that tell the program where its own files are. */
export function placeArguments({ basedir }: ServerProgram): string[] {
  return basedir ? [`--basedir=${basedir}`, `--lc-messages-dir=${basedir}/share/mysql`] : [];
}

/** Both servers refuse to run as root unless told so by name. */
export function userArguments(): string[] {
  return process.getuid?.() === 0 ? ['--user=root'] : [];
}
