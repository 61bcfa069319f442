import { verifyToken } from '@clerk/backend';

export interface SessionClaims {
  /** Clerk's id of the person. */
  subject: string;
  sessionId: string;
}

export interface VerifyOptions {
  /** The public key of the Clerk instance, in PEM form: no call to Clerk is made. */
  jwtKey: string;
  /** The origins whose sign-in is accepted. */
  authorizedParties: string[];
}

const MOST_CHARACTERS = 4_096;
const SUBJECT = /^user_\w{1,56}$/;
const SESSION = /^sess_\w{1,56}$/;

/** Null for whatever Clerk did not sign for one of our sites, and for what has expired. */
export async function verifySessionClaims(
  token: string,
  { jwtKey, authorizedParties }: VerifyOptions,
): Promise<SessionClaims | null> {
  if (token.length > MOST_CHARACTERS) return null;
  const claims = await verifyToken(token, { jwtKey, authorizedParties }).catch(nobody);
  if (claims === null) return null;
  const { sub: subject, sid: sessionId, sts: status } = claims;
  // A token made from a template of the instance names no session, and one with tasks left is not signed in yet.
  if (typeof sessionId !== 'string' || (status !== undefined && status !== 'active')) return null;
  return SUBJECT.test(subject) && SESSION.test(sessionId) ? { subject, sessionId } : null;
}

/** Whatever fails in here fails because of the token: the key was checked, and nothing is read or called. */
function nobody(): null {
  return null;
}
