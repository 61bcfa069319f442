import { describe, expect, it } from 'vitest';
import type { LocalAccount, LocalAuthStore, LocalSession } from './store.ts';

/** What every store of local sign-in guarantees. */
export function describeLocalAuthStore(name: string, createStore: () => Promise<LocalAuthStore>): void {
  describe(`local sign-in store: ${name}`, () => {
    it('finds an account by its email, and nobody by another', async () => {
      const store = await createStore();
      const account = anAccount();
      expect(await store.createAccount(account)).toBe(true);
      expect(await store.findAccountByEmail(account.email)).toEqual(account);
      expect(await store.findAccountByEmail(`not-${account.email}`)).toBeNull();
    });

    it('finds an account by its id, and nobody by another', async () => {
      const store = await createStore();
      const account = anAccount();
      await store.createAccount(account);
      expect(await store.findAccount(account.userId)).toEqual(account);
      expect(await store.findAccount(anAccount().userId)).toBeNull();
    });

    it('gives an email to one of many accounts created at once', async () => {
      const store = await createStore();
      const { email } = anAccount();
      const created = await Promise.all(
        Array.from({ length: 8 }, () => store.createAccount({ ...anAccount(), email })),
      );
      expect(created.filter(Boolean)).toHaveLength(1);
    });

    it('replaces the password hash of one person, where it is the one that was seen', async () => {
      const store = await createStore();
      const [account, other] = [anAccount(), anAccount()];
      await store.createAccount(account);
      await store.createAccount(other);
      const { userId, passwordHash: from } = account;
      expect(await store.replacePasswordHash({ userId, from: '$scrypt$older', to: '$scrypt$new' })).toBe(
        false,
      );
      expect(await store.findAccount(userId)).toEqual(account);
      expect(await store.replacePasswordHash({ userId, from, to: '$scrypt$new' })).toBe(true);
      expect(await store.findAccount(userId)).toEqual({ ...account, passwordHash: '$scrypt$new' });
      expect(await store.findAccount(other.userId)).toEqual(other);
    });

    it('lets one of many replacements of a password hash made at once land', async () => {
      const store = await createStore();
      const account = anAccount();
      await store.createAccount(account);
      const { userId, passwordHash: from } = account;
      const replaced = await Promise.all(
        Array.from({ length: 8 }, (_, index) =>
          store.replacePasswordHash({ userId, from, to: `$scrypt$new${index}` }),
        ),
      );
      expect(replaced.filter(Boolean)).toHaveLength(1);
      expect((await store.findAccount(userId))?.passwordHash).toBe(`$scrypt$new${replaced.indexOf(true)}`);
    });

    it('finds a session as it was inserted, and only under its own person', async () => {
      const store = await createStore();
      const session: LocalSession = { ...aSession('usr_contract'), role: 'admin' };
      await store.insertSession(session);
      expect(await store.findSession(session.userId, session.sessionId)).toEqual(session);
      expect(await store.findSession('usr_another', session.sessionId)).toBeNull();
      expect(await store.findSession(session.userId, 'ses_another')).toBeNull();
    });

    it('deletes one session of one person', async () => {
      const store = await createStore();
      const account = anAccount();
      await store.createAccount(account);
      const [ended, kept] = [aSession(account.userId), aSession(account.userId)];
      await store.insertSession(ended);
      await store.insertSession(kept);
      await store.deleteSession(account.userId, ended.sessionId);
      await store.deleteSession(anAccount().userId, kept.sessionId);
      expect(await store.findSession(account.userId, ended.sessionId)).toBeNull();
      expect(await store.findSession(account.userId, kept.sessionId)).not.toBeNull();
    });

    it('deletes every session of one person, and none of another', async () => {
      const store = await createStore();
      const [person, other] = [anAccount().userId, anAccount().userId];
      const ended = [aSession(person), aSession(person)];
      const kept = aSession(other);
      for (const session of [...ended, kept]) await store.insertSession(session);
      await store.deleteSessions(person);
      for (const { sessionId } of ended) expect(await store.findSession(person, sessionId)).toBeNull();
      expect(await store.findSession(other, kept.sessionId)).toEqual(kept);
    });

    it('deletes the sessions that ended and keeps the one that ends later', async () => {
      const store = await createStore();
      const account = anAccount();
      await store.createAccount(account);
      const ended = { ...aSession(account.userId), expiresAt: at(0) };
      const running = { ...aSession(account.userId), expiresAt: at(1) };
      await store.insertSession(ended);
      await store.insertSession(running);
      await store.deleteEndedSessions(account.userId, at(0));
      expect(await store.findSession(account.userId, ended.sessionId)).toBeNull();
      expect(await store.findSession(account.userId, running.sessionId)).not.toBeNull();
    });

    it('counts attempts of one email within a window whose end stands', async () => {
      const store = await createStore();
      const emailHash = anEmailHash();
      expect(await store.countAttempt({ emailHash, now: at(0), windowMs: 1000 })).toEqual(
        counted(1, at(1000)),
      );
      expect(await store.countAttempt({ emailHash, now: at(999), windowMs: 1000 })).toEqual(
        counted(2, at(1000)),
      );
      expect(await store.countAttempt({ emailHash: anEmailHash(), now: at(0), windowMs: 5 })).toEqual(
        counted(1, at(5)),
      );
    });

    it('starts a new window at the instant the last one ends', async () => {
      const store = await createStore();
      const emailHash = anEmailHash();
      await store.countAttempt({ emailHash, now: at(0), windowMs: 1000 });
      await store.countAttempt({ emailHash, now: at(0), windowMs: 1000 });
      expect(await store.countAttempt({ emailHash, now: at(1000), windowMs: 1000 })).toEqual(
        counted(1, at(2000)),
      );
    });

    it('counts none twice and misses none of attempts made at once', async () => {
      const store = await createStore();
      const emailHash = anEmailHash();
      await Promise.all(
        Array.from({ length: 8 }, () => store.countAttempt({ emailHash, now: at(0), windowMs: 1000 })),
      );
      expect(await store.countAttempt({ emailHash, now: at(0), windowMs: 1000 })).toEqual(
        counted(9, at(1000)),
      );
    });

    it('forgets cleared attempts', async () => {
      const store = await createStore();
      const emailHash = anEmailHash();
      await store.countAttempt({ emailHash, now: at(0), windowMs: 1000 });
      await store.clearAttempts(emailHash);
      expect(await store.countAttempt({ emailHash, now: at(1), windowMs: 1000 })).toEqual(
        counted(1, at(1001)),
      );
    });
  });
}

let made = 0;

function anAccount(): LocalAccount {
  made += 1;
  return {
    userId: `usr_contract${made}`,
    email: `person${made}@contract.example`,
    passwordHash: '$scrypt$contract',
    role: 'person',
  };
}

function aSession(userId: string): LocalSession {
  made += 1;
  return {
    userId,
    sessionId: `ses_contract${made}`,
    secretHash: 'h'.repeat(43),
    role: 'person',
    expiresAt: at(86_400_000),
  };
}

function anEmailHash(): string {
  made += 1;
  return made.toString(16).padStart(5, '0');
}

function at(ms: number): Date {
  return new Date(Date.UTC(2026, 0, 15, 12) + ms);
}

function counted(attempts: number, windowEndsAt: Date): { attempts: number; windowEndsAt: Date } {
  return { attempts, windowEndsAt };
}
