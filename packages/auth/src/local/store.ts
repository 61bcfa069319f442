/** What local sign-in stores. Each function is one statement or behaves as one. */
export interface LocalAuthStore {
  findAccountByEmail(email: string): Promise<LocalAccount | null>;
  findAccount(userId: string): Promise<LocalAccount | null>;
  /** False when the email is taken, as the unique key on it says: never a check before an insert. */
  createAccount(account: LocalAccount): Promise<boolean>;
  /** False when the stored hash is not `from`, in which case it stays: of replacements made at once one lands. */
  replacePasswordHash(replacement: { userId: string; from: string; to: string }): Promise<boolean>;
  insertSession(session: LocalSession): Promise<void>;
  findSession(userId: string, sessionId: string): Promise<LocalSession | null>;
  deleteSession(userId: string, sessionId: string): Promise<void>;
  /** Removes every session of one person. */
  deleteSessions(userId: string): Promise<void>;
  /** Removes the sessions of one person that ended at or before `now`. */
  deleteEndedSessions(userId: string, now: Date): Promise<void>;
  /**
   * Adds one attempt atomically and returns a count that includes it. A window that ended at or before `now` is
   * replaced by one that ends at `now + windowMs`; a running window keeps its end.
   */
  countAttempt(attempt: { emailHash: string; now: Date; windowMs: number }): Promise<CountedAttempts>;
  clearAttempts(emailHash: string): Promise<void>;
}

export interface LocalAccount {
  userId: string;
  /** Normalized: trimmed, NFKC, lower case, at most 254 characters. Unique. */
  email: string;
  passwordHash: string;
  role: 'person' | 'admin';
}

export interface LocalSession {
  userId: string;
  sessionId: string;
  secretHash: string;
  /** The account's when the session opened: who changes an account's role ends its sessions. */
  role: LocalAccount['role'];
  expiresAt: Date;
}

export interface CountedAttempts {
  attempts: number;
  windowEndsAt: Date;
}
