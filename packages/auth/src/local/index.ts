export { createLocalAuth, sessionCookieName } from './local-auth.ts';
export type { LocalAuthOptions } from './local-auth.ts';
export { openSession } from './open-session.ts';
export type { OpenSessionOptions } from './open-session.ts';
export type { CountedAttempts, LocalAccount, LocalAuthStore, LocalSession } from './store.ts';
