import { decodeBase64Url, encodeBase64Url } from '../base64-url.ts';

type Purpose = 'session token' | 'session secret' | 'email hash';

type HmacKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

export interface Signer {
  sign(purpose: Purpose, text: string): Promise<string>;
  /** Compares in constant time. */
  verify(purpose: Purpose, text: string, signature: string): Promise<boolean>;
}

/** HMAC-SHA-256, so that a signature made for one purpose is worth nothing for another. */
export function createSigner(secret: string): Signer {
  if (secret.length < 32) throw new RangeError('The sign-in secret needs at least 32 characters.');

  // The key is kept, not its promise: workerd hangs on a promise that another request began.
  let key: HmacKey | undefined;
  const loadKey = async (): Promise<HmacKey> => (key ??= await importKey(secret));

  return {
    async sign(purpose, text) {
      const signature = await crypto.subtle.sign('HMAC', await loadKey(), message(purpose, text));
      return encodeBase64Url(new Uint8Array(signature));
    },
    async verify(purpose, text, signature) {
      const bytes = decodeBase64Url(signature);
      if (bytes === null) return false;
      return crypto.subtle.verify('HMAC', await loadKey(), bytes, message(purpose, text));
    },
  };
}

function importKey(secret: string): Promise<HmacKey> {
  const bytes = new TextEncoder().encode(secret);
  return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

function message(purpose: Purpose, text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(`resumint ${purpose} v1\n${text}`);
}
