import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** The keys of one made-up Clerk instance. */
export interface SigningKeys {
  publishableKey: string;
  secretKey: string;
  /** The public half of what tokens are signed with, as Clerk shows it. */
  jwtKey: string;
  webhookSecret: string;
  /** What Clerk appends to the names of cookies, so that instances on one host do not collide. */
  cookieSuffix: string;
  signJwt: (claims: Record<string, unknown>) => string;
}

// A host that cannot exist: browsers reach the stand-in through its proxy URL alone.
const FRONTEND_API_HOST = 'clerk-stand-in.invalid';

export function createSigningKeys(): SigningKeys {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const publishableKey = `pk_live_${Buffer.from(`${FRONTEND_API_HOST}$`).toString('base64')}`;
  return {
    publishableKey,
    secretKey: `sk_live_${randomBytes(24).toString('hex')}`,
    jwtKey: publicKey.export({ type: 'spki', format: 'pem' }).toString().trim(),
    webhookSecret: `whsec_${randomBytes(24).toString('base64')}`,
    cookieSuffix: createHash('sha1').update(publishableKey).digest('base64url').slice(0, 8),
    signJwt(claims) {
      const signed = `${encode({ alg: 'RS256', typ: 'JWT', kid: 'ins_stand_in' })}.${encode(claims)}`;
      return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`;
    },
  };
}

function encode(part: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url');
}
