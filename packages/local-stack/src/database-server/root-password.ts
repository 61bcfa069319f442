import { randomBytes } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { hasCode } from './run-command.ts';

/** The server's root password: made once, kept in a file that only its owner reads. */
export async function readOrCreatePassword(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw error;
  }
  const password = randomBytes(24).toString('base64url');
  await writeFile(path, password, { mode: 0o600, flag: 'wx' });
  return password;
}

/**
 * Statements that the server runs at each start before it accepts connections. Root may come in from this machine
 * only, with the password; every other account is gone.
 */
export function accountStatements(password: string): string {
  const localRoots = ["'root'@'localhost'", "'root'@'127.0.0.1'"];
  return [
    ...localRoots.flatMap((account) => [
      `CREATE USER IF NOT EXISTS ${account} IDENTIFIED BY '${password}'`,
      `ALTER USER ${account} IDENTIFIED BY '${password}'`,
      `GRANT ALL PRIVILEGES ON *.* TO ${account} WITH GRANT OPTION`,
    ]),
    "DROP USER IF EXISTS 'root'@'::1', ''@'localhost'",
  ]
    .map((statement) => `${statement};\n`)
    .join('');
}
