import type { ClerkAuthStore, ClerkUser } from './store.ts';

type StoredUser = Omit<ClerkUser, 'hasSessionEnded'>;

export interface InMemoryClerkStore extends ClerkAuthStore {
  endSession(session: { subject: string; sessionId: string }): void;
  setStanding(subject: string, standing: ClerkUser['standing']): void;
}

/** Lives as long as the process: for tests. */
export function createInMemoryStore(): InMemoryClerkStore {
  const users = new Map<string, StoredUser>();
  const ended = new Set<string>();
  const key = ({ subject, sessionId }: { subject: string; sessionId: string }) => `${subject} ${sessionId}`;

  return {
    async findUser(session) {
      const user = users.get(session.subject);
      return user ? { ...user, hasSessionEnded: ended.has(key(session)) } : null;
    },
    async provisionUser({ subject, userId }) {
      const user = users.get(subject) ?? { userId, role: 'person', standing: 'active' };
      users.set(subject, { ...user, isProvisioned: true });
    },
    endSession(session) {
      ended.add(key(session));
    },
    setStanding(subject, standing) {
      const user = users.get(subject) ?? { userId: `usr_${subject}`, role: 'person', isProvisioned: false };
      users.set(subject, { ...user, standing });
    },
  };
}
