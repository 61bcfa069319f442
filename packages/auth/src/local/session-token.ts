import type { Signer } from './signer.ts';

export interface SessionToken {
  userId: string;
  sessionId: string;
  expiresAt: Date;
  secret: string;
}

const maxTokenLength = 512;
const pattern =
  /^rs_(?<userId>[\w-]{1,64})\.(?<sessionId>[\w-]{1,64})\.(?<expiry>\d{1,15})\.(?<secret>[\w-]{43})\.(?<mac>[\w-]{43})$/;

export async function signSessionToken(signer: Signer, token: SessionToken): Promise<string> {
  const payload = `rs_${token.userId}.${token.sessionId}.${token.expiresAt.getTime()}.${token.secret}`;
  const signed = `${payload}.${await signer.sign('session token', payload)}`;
  if (!isWellFormed(signed)) throw new RangeError('Ids in a session token are 1 to 64 of A-Z a-z 0-9 _ -.');
  return signed;
}

/** Null for whatever this secret did not sign. Says nothing of whether the session still stands. */
export async function verifySessionToken(signer: Signer, text: string): Promise<SessionToken | null> {
  if (!isWellFormed(text)) return null;
  const { userId, sessionId, expiry, secret, mac } = pattern.exec(text)?.groups ?? {};
  if (!userId || !sessionId || !expiry || !secret || !mac) return null;

  const payload = text.slice(0, -(mac.length + 1));
  if (!(await signer.verify('session token', payload, mac))) return null;
  return { userId, sessionId, expiresAt: new Date(Number(expiry)), secret };
}

function isWellFormed(text: string): boolean {
  return text.length <= maxTokenLength && pattern.test(text);
}
