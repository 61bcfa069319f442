export type { Auth, Identity, PasswordSignIn, Session } from './auth.ts';
