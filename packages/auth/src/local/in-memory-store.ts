import type { CountedAttempts, LocalAccount, LocalAuthStore, LocalSession } from './store.ts';

/** Lives as long as the process: for tests. */
export function createInMemoryStore(): LocalAuthStore {
  const accounts = new Map<string, LocalAccount>();
  const sessions = new Map<string, LocalSession>();
  const attempts = new Map<string, CountedAttempts>();
  const sessionKey = (userId: string, sessionId: string): string => `${userId} ${sessionId}`;
  const accountOf = (userId: string): LocalAccount | null =>
    accounts.values().find((account) => account.userId === userId) ?? null;

  return {
    async findAccountByEmail(email) {
      return accounts.get(email) ?? null;
    },
    async findAccount(userId) {
      return accountOf(userId);
    },
    async createAccount(account) {
      if (accounts.has(account.email)) return false;
      accounts.set(account.email, account);
      return true;
    },
    async replacePasswordHash({ userId, from, to }) {
      const account = accountOf(userId);
      if (account?.passwordHash !== from) return false;
      accounts.set(account.email, { ...account, passwordHash: to });
      return true;
    },
    async insertSession(session) {
      sessions.set(sessionKey(session.userId, session.sessionId), session);
    },
    async findSession(userId, sessionId) {
      return sessions.get(sessionKey(userId, sessionId)) ?? null;
    },
    async deleteSession(userId, sessionId) {
      sessions.delete(sessionKey(userId, sessionId));
    },
    async deleteSessions(userId) {
      for (const [key, session] of sessions) {
        if (session.userId === userId) sessions.delete(key);
      }
    },
    async deleteEndedSessions(userId, now) {
      for (const [key, session] of sessions) {
        if (session.userId === userId && session.expiresAt <= now) sessions.delete(key);
      }
    },
    async countAttempt({ emailHash, now, windowMs }) {
      const running = attempts.get(emailHash);
      const isRunning = running !== undefined && running.windowEndsAt > now;
      const counted = isRunning
        ? { attempts: running.attempts + 1, windowEndsAt: running.windowEndsAt }
        : { attempts: 1, windowEndsAt: new Date(now.getTime() + windowMs) };
      attempts.set(emailHash, counted);
      return counted;
    },
    async clearAttempts(emailHash) {
      attempts.delete(emailHash);
    },
  };
}
