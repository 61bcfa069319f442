import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { runWithinPool } from './hashing-pool.ts';

export interface ScryptParameters {
  /** Base-2 logarithm of N. */
  costLog2: number;
  blockSize: number;
  parallelization: number;
}

// 32 MiB a hash. https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html#scrypt
const current: ScryptParameters = { costLog2: 15, blockSize: 8, parallelization: 3 };
const hashBytes = 32;
const saltBytes = 16;
const phcString =
  /^\$scrypt\$ln=(?<ln>\d{1,2}),r=(?<r>\d{1,2}),p=(?<p>\d{1,2})\$(?<salt>[\w+/]{22,88})\$(?<hash>[\w+/]{43})$/;

/** scrypt with a salt of its own, as a PHC string that carries the parameters. Throws `PoolIsFull` rather than wait long. */
export async function hashPassword(password: string, work = current): Promise<string> {
  const salt = randomBytes(saltBytes);
  return formatHash(work, salt, await derive(password, salt, work));
}

/** Takes the time of one hash whether or not the password matches. Throws on a hash it cannot read. */
export async function verifyPassword(password: string, passwordHash: string): Promise<boolean> {
  const { parameters, salt, hash } = parseHash(passwordHash);
  return timingSafeEqual(await derive(password, salt, parameters), hash);
}

/** A hash that no password matches and that takes the same work: for emails that have no account. */
export function createDecoyHash(work = current): string {
  return formatHash(work, randomBytes(saltBytes), randomBytes(hashBytes));
}

function derive(password: string, salt: Buffer, parameters: ScryptParameters): Promise<Buffer> {
  const { costLog2, blockSize: r, parallelization: p } = parameters;
  const N = 2 ** costLog2;
  const maxmem = 128 * r * (N + p + 2);
  return runWithinPool(
    () =>
      new Promise((resolve, reject) => {
        scrypt(password.normalize('NFKC'), salt, hashBytes, { N, r, p, maxmem }, (error, key) => {
          if (error) reject(error);
          else resolve(key);
        });
      }),
  );
}

function formatHash(parameters: ScryptParameters, salt: Buffer, hash: Buffer): string {
  const { costLog2, blockSize, parallelization } = parameters;
  return `$scrypt$ln=${costLog2},r=${blockSize},p=${parallelization}$${unpadded(salt)}$${unpadded(hash)}`;
}

function parseHash(passwordHash: string): { parameters: ScryptParameters; salt: Buffer; hash: Buffer } {
  const { ln, r, p, salt, hash } = phcString.exec(passwordHash)?.groups ?? {};
  if (!ln || !r || !p || !salt || !hash) throw new TypeError('The stored password hash is not readable.');
  const parameters = { costLog2: Number(ln), blockSize: Number(r), parallelization: Number(p) };
  if (parameters.costLog2 > 17 || parameters.blockSize > 16 || parameters.parallelization > 16) {
    throw new RangeError('The stored password hash asks for more work than is allowed.');
  }
  return { parameters, salt: Buffer.from(salt, 'base64'), hash: Buffer.from(hash, 'base64') };
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '');
}
