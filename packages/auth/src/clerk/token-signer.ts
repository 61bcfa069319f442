import { encodeBase64Url } from '../base64-url.ts';

export interface TokenSigner {
  /** As Clerk shows the public key of an instance. */
  jwtKey: string;
  sign(claims: Record<string, unknown>, header?: Record<string, unknown>): Promise<string>;
}

const algorithm = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};

/** Signs session tokens as a Clerk instance does, with a key of its own: for tests. */
export async function createTokenSigner(): Promise<TokenSigner> {
  const { publicKey, privateKey } = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const spki = new Uint8Array(await crypto.subtle.exportKey('spki', publicKey));
  return {
    jwtKey: `-----BEGIN PUBLIC KEY-----\n${btoa(String.fromCharCode(...spki))}\n-----END PUBLIC KEY-----`,
    async sign(claims, header = { alg: 'RS256', typ: 'JWT', kid: 'ins_test' }) {
      const signed = `${encodePart(header)}.${encodePart(claims)}`;
      const signature = await crypto.subtle.sign(
        algorithm.name,
        privateKey,
        new TextEncoder().encode(signed),
      );
      return `${signed}.${encodeBase64Url(new Uint8Array(signature))}`;
    },
  };
}

function encodePart(part: Record<string, unknown>): string {
  return encodeBase64Url(new TextEncoder().encode(JSON.stringify(part)));
}
