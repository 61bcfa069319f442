export interface Identity {
  userId: string;
  sessionId: string;
  role: 'person' | 'admin';
}

/** Verifies who sends a request, with Web APIs only. */
export interface Auth {
  /**
   * Reads a session cookie or bearer token. Null when there is none, or it is expired, revoked or forged. `admit` hears
   * the name of whom a token was signed for before anything is read from a store; what it throws is thrown.
   */
  authenticate(headers: Headers, admit?: (person: string) => void): Promise<Identity | null>;
  /** Present where people sign in with a password here, and not at an identity provider. */
  passwords?: PasswordSignIn;
}

export interface Session {
  identity: Identity;
  /** Sent back as a bearer token or in the session cookie. */
  token: string;
  expiresAt: Date;
}

export interface PasswordSignIn {
  signUp(credentials: { email: string; password: string }): Promise<SignUpOutcome>;
  signIn(credentials: { email: string; password: string }): Promise<SignInOutcome>;
  signOut(identity: Identity): Promise<void>;
  /** Ends every session of a person. */
  signOutEverywhere(userId: string): Promise<void>;
  /**
   * Ends every session of the person and opens a new one. Of changes made at once one lands, and no session that an
   * older password opened outlives it. Throws where sessions could not be ended: the password may be changed then.
   */
  changePassword(userId: string, change: PasswordChange): Promise<PasswordChangeOutcome>;
  /** Whether a signed-in person knows their password, before what cannot be undone. Guesses count as attempts. */
  confirmPassword(userId: string, password: string): Promise<PasswordConfirmation>;
}

export interface PasswordChange {
  currentPassword: string;
  newPassword: string;
}

export type SignUpOutcome = { kind: 'signedUp'; session: Session } | { kind: 'emailTaken' } | NotTried;

export type SignInOutcome = { kind: 'signedIn'; session: Session } | { kind: 'refused' } | NotTried;

/** Refused where the current password is another one, also when it became another one meanwhile. */
export type PasswordChangeOutcome = { kind: 'changed'; session: Session } | { kind: 'refused' } | NotTried;

export type PasswordConfirmation = { kind: 'confirmed' } | { kind: 'refused' } | NotTried;

/** After too many attempts on one email, or while too many people wait. What is busy counts as no attempt. */
type NotTried = { kind: 'throttled'; retryAt: Date } | { kind: 'busy' };
