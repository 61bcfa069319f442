import { sha256 } from '@noble/hashes/sha2.js';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const utf8 = new TextEncoder();

/** The operation that an idempotency key names. The same for the same person and key, and unguessable from outside. */
export function operationIdOf(userId: string, idempotencyKey: string): string {
  return `op_${idOf(`${userId}
${idempotencyKey}`)}`;
}

/** The adjustment of a person that an admin's idempotency key names. No call has its id. */
export function adjustmentIdOf(userId: string, idempotencyKey: string): string {
  return `adj_${idOf(`adjust
${userId}
${idempotencyKey}`)}`;
}

/** Tells one payload from another under the same key. `input` must be JSON with a stable order of its keys. */
export function payloadHashOf(operation: string, input: unknown): string {
  const bytes = hash(`${operation}\n${JSON.stringify(input)}`);
  return Array.from(bytes.subarray(0, 24), (byte) => ALPHABET.charAt(byte % 32)).join('');
}

export function newClaim(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte % 32)).join('');
}

function idOf(text: string): string {
  return Array.from(hash(text).subarray(0, 26), (byte) => ALPHABET.charAt(byte % 32)).join('');
}

function hash(text: string): Uint8Array {
  return sha256(utf8.encode(text));
}
