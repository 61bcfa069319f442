import { sha256 } from './sha256.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

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
  return letters(sha256(`${operation}\n${JSON.stringify(input)}`).subarray(0, 24));
}

export function newClaim(): string {
  return letters(crypto.getRandomValues(new Uint8Array(16)));
}

function idOf(text: string): string {
  return letters(sha256(text).subarray(0, 26));
}

/** A letter for each byte. */
function letters(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += ALPHABET.charAt(byte % 32);
  return text;
}
