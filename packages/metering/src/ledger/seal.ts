import type { LedgerRow, UnsealedRow } from './rows.ts';

const MAC_BYTES = 16;
const utf8 = new TextEncoder();

/** The key that chains entries. It is the application's: who can only write to the database cannot forge one. */
export function importLedgerKey(secret: string): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', utf8.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);
}

/** Chains rows to their predecessor: each mac covers the row and the mac before it. */
export async function seal(rows: UnsealedRow[], previousMac: string, key: CryptoKey): Promise<LedgerRow[]> {
  const sealed: LedgerRow[] = [];
  let predecessor = previousMac;
  for (const row of rows) {
    const mac = await macOf(row, predecessor, key);
    sealed.push({ ...row, mac });
    predecessor = mac;
  }
  return sealed;
}

export async function macOf(row: UnsealedRow, previousMac: string, key: CryptoKey): Promise<string> {
  const signature = await crypto.subtle.sign('HMAC', key, utf8.encode(`${previousMac}\n${canonical(row)}`));
  return toBase64Url(new Uint8Array(signature, 0, MAC_BYTES));
}

/**
 * The row as one string that does not depend on server or driver: decoded values by sorted column, bigints in
 * decimal, times in milliseconds.
 */
function canonical(row: UnsealedRow): string {
  const values = Object.entries(row)
    .filter(([column]) => column !== 'mac')
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([column, value]) => [column, plain(value)]);
  return JSON.stringify(values);
}

function plain(value: UnsealedRow[keyof UnsealedRow]): string | number | boolean | null {
  if (typeof value === 'bigint') return value.toString();
  return value instanceof Date ? value.getTime() : value;
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
