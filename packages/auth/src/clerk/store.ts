/** What is stored of the people whom Clerk signs in. */
export interface ClerkAuthStore {
  /** One round trip, since every request of a person waits for it. Null for a subject that was never seen. */
  findUser(session: { subject: string; sessionId: string }): Promise<ClerkUser | null>;
  /**
   * Makes a person of a subject, with all that one needs to use the product. Safe to repeat and to race: all callers
   * find the same person afterwards, and what was cut off is completed. A deleted person stays deleted.
   */
  provisionUser(user: { subject: string; userId: string }): Promise<void>;
}

export interface ClerkUser {
  userId: string;
  role: 'person' | 'admin';
  /** A banned or deleted person is refused, whatever the token says. */
  standing: 'active' | 'banned' | 'deleted';
  /** False while `provisionUser` has not come to its end. */
  isProvisioned: boolean;
  /** The session has ended, though its last token may not have expired. */
  hasSessionEnded: boolean;
}
