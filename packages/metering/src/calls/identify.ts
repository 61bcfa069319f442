const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const utf8 = new TextEncoder();

/** The operation that an idempotency key names. The same for the same person and key, and unguessable from outside. */
export async function operationIdOf(userId: string, idempotencyKey: string): Promise<string> {
  const bytes = await sha256(`${userId}\n${idempotencyKey}`);
  return `op_${Array.from(bytes.subarray(0, 26), (byte) => ALPHABET.charAt(byte % 32)).join('')}`;
}

/** Tells one payload from another under the same key. `input` must be JSON with a stable order of its keys. */
export async function payloadHashOf(operation: string, input: unknown): Promise<string> {
  const bytes = await sha256(`${operation}\n${JSON.stringify(input)}`);
  return Array.from(bytes.subarray(0, 24), (byte) => ALPHABET.charAt(byte % 32)).join('');
}

export function newClaim(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => ALPHABET.charAt(byte % 32)).join('');
}

async function sha256(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', utf8.encode(text)));
}
