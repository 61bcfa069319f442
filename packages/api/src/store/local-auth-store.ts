import type { LocalAuthStore } from '@resumint/auth/local';
import { accounts, affectedRows, sessions, signInAttempts, type Database } from '@resumint/drizzle';
import { and, eq, lte, sql } from 'drizzle-orm';

const ACCOUNT = {
  userId: accounts.userId,
  email: accounts.email,
  passwordHash: accounts.passwordHash,
  role: accounts.role,
};
const SESSION = {
  userId: sessions.userId,
  sessionId: sessions.sessionId,
  secretHash: sessions.secretHash,
  role: sessions.role,
  expiresAt: sessions.expiresAt,
};
const COUNTED = { attempts: signInAttempts.attempts, windowEndsAt: signInAttempts.windowEndsAt };

/** Where local sign-in keeps its accounts, sessions and attempts. */
export function createLocalAuthStore(db: Database): LocalAuthStore {
  return {
    async findAccountByEmail(email) {
      const [account] = await db.select(ACCOUNT).from(accounts).where(eq(accounts.email, email));
      return account ?? null;
    },
    async findAccount(userId) {
      const [account] = await db.select(ACCOUNT).from(accounts).where(eq(accounts.userId, userId));
      return account ?? null;
    },
    async createAccount(account) {
      const result = await db
        .insert(accounts)
        .ignore()
        .values({ ...account, createdAt: new Date() });
      return affectedRows(result) === 1;
    },
    async replacePasswordHash({ userId, from, to }) {
      const result = await db
        .update(accounts)
        .set({ passwordHash: to })
        .where(and(eq(accounts.userId, userId), eq(accounts.passwordHash, from)));
      return affectedRows(result) === 1;
    },
    async insertSession(session) {
      await db.insert(sessions).values({ ...session, createdAt: new Date() });
    },
    async findSession(userId, sessionId) {
      const [session] = await db
        .select(SESSION)
        .from(sessions)
        .where(and(eq(sessions.userId, userId), eq(sessions.sessionId, sessionId)));
      return session ?? null;
    },
    async deleteSession(userId, sessionId) {
      await db.delete(sessions).where(and(eq(sessions.userId, userId), eq(sessions.sessionId, sessionId)));
    },
    async deleteSessions(userId) {
      await db.delete(sessions).where(eq(sessions.userId, userId));
    },
    async deleteEndedSessions(userId, now) {
      await db.delete(sessions).where(and(eq(sessions.userId, userId), lte(sessions.expiresAt, now)));
    },
    async countAttempt({ emailHash, now, windowMs }) {
      const windowEndsAt = new Date(now.getTime() + windowMs);
      const hasEnded = sql`${signInAttempts.windowEndsAt} <= ${sql.param(now, signInAttempts.windowEndsAt)}`;
      const newEnd = sql.param(windowEndsAt, signInAttempts.windowEndsAt);
      // Assignments run from left to right: the count looks at the window before the window is replaced.
      await db
        .insert(signInAttempts)
        .values({ emailHash, attempts: 1, windowEndsAt })
        .onDuplicateKeyUpdate({
          set: {
            attempts: sql`if(${hasEnded}, 1, ${signInAttempts.attempts} + 1)`,
            windowEndsAt: sql`if(${hasEnded}, ${newEnd}, ${signInAttempts.windowEndsAt})`,
          },
        });
      const [counted] = await db
        .select(COUNTED)
        .from(signInAttempts)
        .where(eq(signInAttempts.emailHash, emailHash));
      return counted ?? { attempts: 1, windowEndsAt };
    },
    async clearAttempts(emailHash) {
      await db.delete(signInAttempts).where(eq(signInAttempts.emailHash, emailHash));
    },
  };
}
