export { createLocalAuth } from './local-auth.ts';
export type { LocalAuthOptions } from './local-auth.ts';
export { openSession } from './open-session.ts';
export type { OpenSessionOptions } from './open-session.ts';
export { sessionCookieName } from './request-token.ts';
export type { CountedAttempts, LocalAccount, LocalAuthStore, LocalSession } from './store.ts';
