import { describe, expect, it } from 'vitest';
import type { ClerkAuthStore } from './store.ts';

/** A store, and what Clerk's events do to it. */
export interface ClerkStoreSubject {
  store: ClerkAuthStore;
  endSession: (session: { subject: string; sessionId: string }) => Promise<void>;
  deleteUser: (subject: string) => Promise<void>;
}

/** What every store of people whom Clerk signs in guarantees. */
export function describeClerkAuthStore(name: string, createSubject: () => Promise<ClerkStoreSubject>): void {
  describe(`store of Clerk’s people: ${name}`, () => {
    it('knows nobody who was never seen', async () => {
      const { store } = await createSubject();
      expect(await store.findUser(aSession())).toBeNull();
    });

    it('finds a person as provisioned, and not by a subject that differs in case', async () => {
      const { store } = await createSubject();
      const session = aSession();
      await store.provisionUser({ subject: session.subject, userId: aUserId() });
      expect(await store.findUser(session)).toEqual({
        userId: `usr_contract${made}`,
        role: 'person',
        standing: 'active',
        isProvisioned: true,
        hasSessionEnded: false,
      });
      expect(await store.findUser({ ...session, subject: session.subject.toUpperCase() })).toBeNull();
    });

    it('makes one person of a subject that is seen many times at once', async () => {
      const { store } = await createSubject();
      const session = aSession();
      const seen = await Promise.all(
        Array.from({ length: 8 }, async () => {
          await store.provisionUser({ subject: session.subject, userId: aUserId() });
          return store.findUser(session);
        }),
      );
      expect(new Set(seen.map((user) => user?.userId)).size).toBe(1);
      expect(seen.every((user) => user?.isProvisioned)).toBe(true);
    });

    it('ends one session of one person', async () => {
      const { store, endSession } = await createSubject();
      const [ended, other] = [aSession(), aSession()];
      for (const { subject } of [ended, other]) {
        await store.provisionUser({ subject, userId: aUserId() });
      }
      await endSession(ended);
      expect(await store.findUser(ended)).toMatchObject({ hasSessionEnded: true });
      expect(await store.findUser({ ...ended, sessionId: other.sessionId })).toMatchObject({
        hasSessionEnded: false,
      });
      expect(await store.findUser({ ...other, sessionId: ended.sessionId })).toMatchObject({
        hasSessionEnded: false,
      });
    });

    it('knows of a session that ended before its person was seen', async () => {
      const { store, endSession } = await createSubject();
      const session = aSession();
      await endSession(session);
      await store.provisionUser({ subject: session.subject, userId: aUserId() });
      expect(await store.findUser(session)).toMatchObject({ hasSessionEnded: true });
    });

    it('keeps a deleted person deleted, also one who was deleted before being seen', async () => {
      const { store, deleteUser } = await createSubject();
      const [known, unknown] = [aSession(), aSession()];
      await store.provisionUser({ subject: known.subject, userId: aUserId() });
      for (const session of [known, unknown]) {
        await deleteUser(session.subject);
        await store.provisionUser({ subject: session.subject, userId: aUserId() });
        expect(await store.findUser(session)).toMatchObject({ standing: 'deleted' });
      }
    });
  });
}

let made = 0;

function aSession(): { subject: string; sessionId: string } {
  made += 1;
  return { subject: `user_contract${made}`, sessionId: `sess_contract${made}` };
}

function aUserId(): string {
  made += 1;
  return `usr_contract${made}`;
}
